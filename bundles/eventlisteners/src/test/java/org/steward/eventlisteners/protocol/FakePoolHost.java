package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.PoolHost;

/** Keeps what a pool sends and says; runs its actions when told to. */
final class FakePoolHost implements PoolHost {
  /** One event on its way to a listener. */
  record Sent(ProcessId listener, byte[] bytes) {
    String text() {
      return new String(bytes, UTF_8);
    }

    long serial() {
      return Long.parseLong(header("serial"));
    }

    long poolSerial() {
      return Long.parseLong(header("poolserial"));
    }

    private String header(String key) {
      String line = " " + text().substring(0, text().indexOf('\n')) + " ";
      int start = line.indexOf(" " + key + ":") + key.length() + 2;
      return line.substring(start, line.indexOf(' ', start));
    }
  }

  final List<Sent> sent = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  final Set<ProcessId> closedStdins = new HashSet<>();
  final List<Runnable> timers = new ArrayList<>();
  final LinkedBlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();

  @Override
  public boolean send(ProcessId listener, byte[] bytes) {
    return !closedStdins.contains(listener) && sent.add(new Sent(listener, bytes));
  }

  @Override
  public void debug(String message) {
    log.add("DEBG " + message);
  }

  @Override
  public void warn(String message) {
    log.add("WARN " + message);
  }

  @Override
  public void error(String message) {
    log.add("ERRO " + message);
  }

  @Override
  public void later(int seconds, Runnable action) {
    assertThat(seconds).isEqualTo(Overflow.SECONDS_BETWEEN_LINES);
    timers.add(action);
  }

  /** The time of all timers that are set has come. */
  void passTime() {
    List<Runnable> due = List.copyOf(timers);
    timers.clear();
    due.forEach(Runnable::run);
  }

  @Override
  public void execute(Runnable action) {
    actions.add(action);
  }

  /** Waits for the next action of another thread, and runs it. */
  void runNextAction() throws InterruptedException {
    Runnable action = actions.poll(10, TimeUnit.SECONDS);
    if (action == null) {
      throw new AssertionError("no action within 10 s");
    }
    action.run();
  }

  /** The lines without those that repeat what a listener wrote. */
  List<String> conversation() {
    return log.stream().filter(line -> !line.contains(" stdout output:\n")).toList();
  }

  List<Long> serials() {
    return sent.stream().map(Sent::serial).toList();
  }
}
