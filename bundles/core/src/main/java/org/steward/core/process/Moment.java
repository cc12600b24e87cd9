package org.steward.core.process;

/**
 * One point in time, read once a turn.
 *
 * @param nanos monotonic, for durations
 * @param wallSeconds wall clock, for display only
 */
public record Moment(long nanos, long wallSeconds) {
  /** Nanoseconds in a second. */
  public static final long SECOND = 1_000_000_000L;
}
