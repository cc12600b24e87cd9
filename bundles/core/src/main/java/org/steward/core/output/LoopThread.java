package org.steward.core.output;

import org.jspecify.annotations.Nullable;

/** Tells whether the caller is on the thread that owns the loop's state. */
final class LoopThread {
  private volatile @Nullable Thread owner;

  /** Makes the calling thread the owner. */
  void own() {
    owner = Thread.currentThread();
  }

  boolean isCurrent() {
    return Thread.currentThread() == owner;
  }

  /** Fails where loop-only state is touched from elsewhere: a fault of the program. */
  void check() {
    if (!isCurrent()) {
      throw new IllegalStateException(
          "cannot touch the output loop's state on thread " + Thread.currentThread().getName());
    }
  }
}
