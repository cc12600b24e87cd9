package org.steward.core.loop;

import java.util.Map;
import java.util.function.IntSupplier;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;

/** How the supervision loop fares. Written on the loop, read by anyone. */
final class LoopFigures implements MetricsSource {
  private static final double NANOS = 1e9;

  private final IntSupplier mailbox;
  private volatile long turns;
  private volatile long busyNanos;
  private volatile long longestNanos;

  /**
   * @param mailbox how many messages wait; any thread
   */
  LoopFigures(IntSupplier mailbox) {
    this.mailbox = mailbox;
  }

  /** A turn took so long from its readiness on; plain additions, as there is one writer. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void turned(long nanos) {
    turns++;
    busyNanos += nanos;
    if (nanos > longestNanos) {
      longestNanos = nanos;
    }
  }

  @Override
  public void collect(MetricsSink sink) {
    Map<String, String> none = Map.of();
    sink.counter("steward_loop_turns", "Turns of the supervision loop.", none, turns);
    sink.counter(
        "steward_loop_busy_seconds",
        "Time those turns took; by turns, what a request waits for at least.",
        none,
        busyNanos / NANOS);
    sink.gauge(
        "steward_loop_longest_turn_seconds",
        "The longest of those turns.",
        none,
        longestNanos / NANOS);
    sink.gauge(
        "steward_loop_mailbox_messages",
        "Messages that wait for the supervision loop.",
        none,
        mailbox.getAsInt());
  }
}
