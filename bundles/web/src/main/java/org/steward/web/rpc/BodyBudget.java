package org.steward.web.rpc;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that large request bodies may take together. Safe on any thread. */
final class BodyBudget {
  private final AtomicLong left;

  /**
   * @param bytes how much there is
   */
  BodyBudget(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** Takes a share, to be given back; false if there is not enough left. */
  boolean take(long bytes) {
    long before = left.getAndUpdate(now -> now >= bytes ? now - bytes : now);
    return before >= bytes;
  }

  void giveBack(long bytes) {
    left.addAndGet(bytes);
  }
}
