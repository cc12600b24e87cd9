package org.steward.core.posix.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to happen in virtual time; at the same instant in the order it was arranged. */
final class FakeTimeline {
  private final ManualClock clock;
  private final List<Happening> happenings = new ArrayList<>();
  private long count;

  FakeTimeline(ManualClock clock) {
    this.clock = clock;
  }

  void after(Duration delay, Runnable action) {
    happenings.add(new Happening(clock.nanos() + delay.toNanos(), count++, action));
  }

  boolean isEmpty() {
    return happenings.isEmpty();
  }

  /** Carries out all that is due by now, and what that makes due at once. */
  void runDue() {
    while (!isEmpty() && nanosToNext() <= 0) {
      Happening next = next();
      happenings.remove(next);
      next.action.run();
    }
  }

  /** How long until the next happening; not to be asked of an empty timeline. */
  long nanosToNext() {
    return next().at - clock.nanos();
  }

  private Happening next() {
    long now = clock.nanos();
    return happenings.stream()
        .min(Comparator.<Happening>comparingLong(h -> h.at - now).thenComparingLong(h -> h.number))
        .orElseThrow();
  }

  private record Happening(long at, long number, Runnable action) {}
}
