package org.steward.eventlisteners.handlers;

/** Counts what may happen very often and is worth a log line only now and then. One thread. */
final class Tally {
  private long count;

  /** Counts one more; true for the first, the second, the fourth, the eighth... */
  boolean countsRound() {
    count++;
    return Long.bitCount(count) == 1;
  }

  long count() {
    return count;
  }
}
