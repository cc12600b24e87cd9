package org.steward.core.loop;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.LogStream;
import org.steward.core.config.LogLevel;
import org.steward.core.eventloop.Timers;
import org.steward.core.process.Moment;

/**
 * What a listener says, on its way to its log. A listener answers every event with a few bytes, and
 * waking the output room for each would cost more than the event itself: they are handed over a few
 * at a time. On the loop only.
 */
final class ListenerLog {
  private static final int MOST_HELD = 8 * 1024;
  private static final long LONGEST_HELD = Moment.SECOND / 50;

  private final LoopParts parts;
  private final Child child;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private Timers.@Nullable Timer timer;

  ListenerLog(LoopParts parts, Child child) {
    this.parts = parts;
    this.child = child;
  }

  void write(byte[] bytes) {
    if (!isKept()) {
      return;
    }
    held.writeBytes(bytes);
    if (held.size() >= MOST_HELD) {
      flush();
    } else if (timer == null) {
      timer = parts.timers().after(LONGEST_HELD, this::flush);
    }
  }

  /** Hands over what is held; to be called before the child's output is drained. */
  void flush() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (held.size() > 0) {
      parts.output().append(child.token, LogStream.STDOUT, held.toByteArray());
      held.reset();
    }
  }

  private boolean isKept() {
    return child.process.logs.stdout() != null
        || child.process.machine.config().output().stdout().syslog()
        || parts.log().isLogged(LogLevel.DEBUG);
  }
}
