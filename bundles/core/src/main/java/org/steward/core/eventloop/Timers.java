package org.steward.core.eventloop;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A loop's timers on the monotonic clock. Timers of one deadline fire in the order they were set.
 * On the loop only.
 */
public final class Timers {
  private final LongSupplier now;
  private final PriorityQueue<Timer> queue = new PriorityQueue<>();
  private long sequence;

  /**
   * No timers yet.
   *
   * @param now what {@link #after} counts from, in nanoseconds
   */
  public Timers(LongSupplier now) {
    this.now = now;
  }

  /** A timer that can be cancelled. */
  public static final class Timer implements Comparable<Timer> {
    private final long deadline;
    private final long sequence;
    private @Nullable Runnable action;

    private Timer(long deadline, long sequence, Runnable action) {
      this.deadline = deadline;
      this.sequence = sequence;
      this.action = action;
    }

    /** Makes it never fire; it leaves the queue when its time comes. */
    public void cancel() {
      action = null;
    }

    @Override
    public int compareTo(Timer other) {
      int byDeadline = Long.compare(deadline - other.deadline, 0);
      return byDeadline != 0 ? byDeadline : Long.compare(sequence, other.sequence);
    }
  }

  /** Has the action run once so much time has passed. */
  public Timer after(long nanos, Runnable action) {
    return at(now.getAsLong() + nanos, action);
  }

  /** Has the action run once the deadline has come. */
  public Timer at(long deadlineNanos, Runnable action) {
    Timer timer = new Timer(deadlineNanos, sequence++, action);
    queue.add(timer);
    return timer;
  }

  /** Hands out the actions whose deadline has come. */
  public void fire(long nowNanos, Consumer<Runnable> runner) {
    for (Timer first = queue.peek();
        first != null && first.deadline - nowNanos <= 0;
        first = queue.peek()) {
      queue.poll();
      Runnable action = first.action;
      if (action != null) {
        first.action = null;
        runner.accept(action);
      }
    }
  }

  /** Nanoseconds until the next timer, 0 where one is due, -1 where there is none. */
  public long untilNext(long nowNanos) {
    Timer first = queue.peek();
    while (first != null && first.action == null) {
      queue.poll();
      first = queue.peek();
    }
    return first == null ? -1 : Math.max(0, first.deadline - nowNanos);
  }
}
