package org.steward.eventlisteners.handlers;

/** Counts what may happen very often and is worth a log line only now and then. */
final class Tally {
  private volatile long count;

  /**
   * Counts one more; on one thread only. True for the first, the second, the fourth, the eighth...
   */
  boolean countsRound() {
    long more = count + 1;
    count = more;
    return Long.bitCount(more) == 1;
  }

  /** How many so far; any thread. */
  long count() {
    return count;
  }
}
