package org.steward.eventlisteners.protocol;

/**
 * How a pool fares, for other threads to read. Written on the supervision loop only.
 *
 * @see Pools#collect
 */
final class PoolFigures {
  private volatile int waiting;
  private volatile long accepted;
  private volatile long dropped;

  /** An event was taken in; plain addition, as there is one writer. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void accepted() {
    accepted++;
  }

  /** An event was dropped; plain addition, as there is one writer. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void dropped() {
    dropped++;
  }

  /** So many events wait now. */
  void waiting(int events) {
    waiting = events;
  }

  int waiting() {
    return waiting;
  }

  long acceptedSoFar() {
    return accepted;
  }

  long droppedSoFar() {
    return dropped;
  }
}
