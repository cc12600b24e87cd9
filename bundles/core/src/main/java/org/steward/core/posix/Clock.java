package org.steward.core.posix;

/** The time, as the daemon sees it. Read once a turn by each loop; safe on any thread. */
public interface Clock {
  /** Nanoseconds of the monotonic clock from an arbitrary origin, for durations and deadlines. */
  long nanos();

  /** Milliseconds of wall-clock time since 1970, for what people and files see; it may jump. */
  long wallMillis();
}
