package org.steward.core.posix.testing;

import java.time.Duration;
import org.steward.core.posix.Clock;

/** A clock that stands still until it is moved, by hand or by {@link FakePosix#epollWait}. */
public final class ManualClock implements Clock {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private long nanos;
  private long wallOffsetNanos;

  /** A clock at 2026-01-01T00:00:00Z whose monotonic origin is arbitrary on purpose. */
  public ManualClock() {
    this(Long.MAX_VALUE - 5 * 1_000_000_000L, 1_767_225_600_000L);
  }

  /**
   * A clock at the given time.
   *
   * @param nanos where the monotonic clock starts; close to overflow finds wrong comparisons
   * @param wallMillis where the wall clock starts
   */
  public ManualClock(long nanos, long wallMillis) {
    this.nanos = nanos;
    this.wallOffsetNanos = wallMillis * NANOS_PER_MILLI - nanos;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public long wallMillis() {
    return Math.floorDiv(nanos + wallOffsetNanos, NANOS_PER_MILLI);
  }

  /** Lets time pass on both clocks. */
  public void advance(Duration time) {
    advanceNanos(time.toNanos());
  }

  /** Lets time pass on both clocks. */
  public void advanceNanos(long time) {
    if (time < 0) {
      throw new IllegalArgumentException("cannot turn the monotonic clock back by " + time + " ns");
    }
    nanos += time;
  }

  /** Sets the wall clock forward or back, as an administrator or NTP does. */
  public void stepWallClock(Duration step) {
    wallOffsetNanos += step.toNanos();
  }
}
