package org.steward.samples.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;

/**
 * What waits to be posted, and how often it is tried. Bounded: where the receiver is too slow or
 * away, the oldest makes room for the newest, and the log tells of it.
 *
 * <p>{@link #offer} is called on one thread and never waits; {@link #deliverNext} on another.
 */
final class Delivery {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final LinkedBlockingDeque<String> waiting;
  private final Receiver receiver;
  private final Pause pause;
  private final Settings settings;
  private final Consumer<String> warnings;
  private long dropped;

  /** Takes one payload, and answers with an HTTP status. */
  @FunctionalInterface
  interface Receiver {
    int post(String payload) throws IOException, InterruptedException;
  }

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  Delivery(Settings settings, Receiver receiver, Pause pause, Consumer<String> warnings) {
    this.settings = settings;
    this.waiting = new LinkedBlockingDeque<>(settings.queueSize());
    this.receiver = receiver;
    this.pause = pause;
    this.warnings = warnings;
  }

  void offer(String payload) {
    while (!waiting.offerLast(payload)) {
      if (waiting.pollFirst() != null) {
        dropped++;
        // Told at 1, 2, 4, 8, ...: a flood must not become a flood of the log.
        if (Long.bitCount(dropped) == 1) {
          warnings.accept(
              "dropped " + dropped + " events so far, the oldest first: too many wait to be sent");
        }
      }
    }
  }

  /** Waits for a payload and posts it, again and again where that helps. */
  void deliverNext() throws InterruptedException {
    String payload = waiting.takeFirst();
    Duration wait = settings.retryWait();
    for (int retriesLeft = settings.retries(); ; retriesLeft--) {
      Outcome outcome = attempt(payload);
      if (outcome.isDone) {
        return;
      }
      if (!outcome.helpsToRetry || retriesLeft == 0) {
        warnings.accept("gave up on an event: " + outcome.reason);
        return;
      }
      pause.of(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private Outcome attempt(String payload) throws InterruptedException {
    try {
      int status = receiver.post(payload);
      boolean isDone = status >= 200 && status < 300;
      // What the receiver refuses for what it is, it will refuse again.
      boolean helps = status >= 500 || status == 408 || status == 429;
      return new Outcome(isDone, helps, settings.url() + " answered " + status);
    } catch (IOException e) {
      return new Outcome(false, true, "cannot reach " + settings.url() + ": " + e);
    }
  }

  private record Outcome(boolean isDone, boolean helpsToRetry, String reason) {}
}
