package org.steward.core.output;

/**
 * The thread that owns the loop's state: the one that makes it, until the loop runs and takes it
 * over.
 */
final class LoopThread {
  private volatile Thread owner = Thread.currentThread();

  /** Makes the calling thread the owner. */
  void own() {
    owner = Thread.currentThread();
  }

  /** Fails where loop-only state is touched from elsewhere: a fault of the program. */
  void check() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "cannot touch the output loop's state on thread " + Thread.currentThread().getName());
    }
  }
}
