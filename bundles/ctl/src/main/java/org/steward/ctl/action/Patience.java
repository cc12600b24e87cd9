package org.steward.ctl.action;

import java.util.concurrent.TimeUnit;

/** How long an action goes on asking a server that is about to be able to answer. */
final class Patience {

  private static final int ASK_EVERY_MILLIS = 50;

  private final long deadline;

  /**
   * Begins now.
   *
   * @param seconds how long it lasts
   */
  Patience(int seconds) {
    deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  boolean isOver() {
    return System.nanoTime() - deadline > 0;
  }

  /** Blocks for a moment, until it is worth asking again. */
  void pause() {
    try {
      Thread.sleep(ASK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
