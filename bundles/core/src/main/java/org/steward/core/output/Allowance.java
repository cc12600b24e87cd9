package org.steward.core.output;

import java.util.concurrent.atomic.AtomicLong;

/** A bound on what may wait in the mailbox. Safe on any thread. */
final class Allowance {
  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  Allowance(long limit) {
    this.limit = limit;
  }

  /** Takes room where any is left; a single large piece may exceed the limit. */
  boolean take(long amount) {
    if (used.get() >= limit) {
      refused.addAndGet(amount);
      return false;
    }
    used.addAndGet(amount);
    return true;
  }

  void giveBack(long amount) {
    used.addAndGet(-amount);
  }

  boolean exhausted() {
    return used.get() >= limit;
  }

  /** How much was refused since the last call. */
  long takeRefused() {
    return refused.get() == 0 ? 0 : refused.getAndSet(0);
  }
}
