package org.steward.core.loop;

import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.LogLevel;
import org.steward.core.eventloop.Mailbox;
import org.steward.core.process.Moment;
import org.steward.core.spi.PoolHost;

/** What the event listener bundle may ask of the loop. */
final class LoopPoolHost implements PoolHost {
  private final LoopParts parts;
  private final Mailbox<Message> mailbox;

  LoopPoolHost(LoopParts parts, Mailbox<Message> mailbox) {
    this.parts = parts;
    this.mailbox = mailbox;
  }

  @Override
  public boolean send(ProcessId listener, byte[] bytes) {
    Supervised process = parts.running().process(listener);
    Child child = process == null ? null : process.child;
    return child != null
        && child.isAlive()
        && child.stdin != null
        && child.process.machine.state() != ProcessState.STOPPING
        && child.stdin.write(bytes);
  }

  @Override
  public boolean debugging() {
    return parts.log().isLogged(LogLevel.DEBUG);
  }

  @Override
  public void debug(String message) {
    parts.log().debug(message);
  }

  @Override
  public void warn(String message) {
    parts.log().warn(message);
  }

  @Override
  public void error(String message) {
    parts.log().error(message);
  }

  @Override
  public void later(int seconds, Runnable action) {
    parts.timers().after(seconds * Moment.SECOND, action);
  }

  @Override
  public void execute(Runnable action) {
    mailbox.put(new Message.Execute(action));
  }
}
