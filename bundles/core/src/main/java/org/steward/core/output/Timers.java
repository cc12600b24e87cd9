package org.steward.core.output;

import java.util.PriorityQueue;
import org.steward.core.posix.Clock;

/** Things to be done later. Loop only. */
final class Timers {
  private final Clock clock;
  private final ActivityLog log;
  private final PriorityQueue<Timer> pending = new PriorityQueue<>();

  Timers(Clock clock, ActivityLog log) {
    this.clock = clock;
    this.log = log;
  }

  /** Arranges for an action to be run once. */
  Timer after(long nanos, Runnable action) {
    Timer timer = new Timer(clock.nanos() + nanos, action);
    pending.add(timer);
    return timer;
  }

  /** Nanoseconds until the next one is due, 0 where it is overdue, -1 where there is none. */
  long nanosToNext() {
    Timer next = pending.peek();
    return next == null ? -1 : Math.max(0, next.deadline - clock.nanos());
  }

  /** Runs all that are due. */
  void runDue() {
    if (pending.isEmpty()) {
      return;
    }
    long now = clock.nanos();
    for (Timer next = pending.peek();
        next != null && next.deadline - now <= 0;
        next = pending.peek()) {
      pending.remove();
      run(next);
    }
  }

  /** One action's fault must not keep the others from running. */
  private void run(Timer timer) {
    try {
      timer.action.run();
    } catch (RuntimeException e) {
      log.critical("cannot carry out a timer of the output loop: " + Faults.describe(e));
    }
  }

  /** One thing to be done. */
  final class Timer implements Comparable<Timer> {
    private final long deadline;
    private final Runnable action;

    private Timer(long deadline, Runnable action) {
      this.deadline = deadline;
      this.action = action;
    }

    void cancel() {
      pending.remove(this);
    }

    /** By subtraction, as the monotonic clock may pass the greatest long. */
    @Override
    public int compareTo(Timer other) {
      return Long.signum(deadline - other.deadline);
    }
  }
}
