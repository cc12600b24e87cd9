package org.steward.plugins.folder;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the thread that looks through the plugin folders. Any number of rings count as one. */
final class Bell {
  private final Semaphore rings = new Semaphore(0);

  /** Wakes whoever waits, or will. Any thread. */
  void ring() {
    rings.release();
  }

  /** Waits for a ring, for so many milliseconds at most; without end for {@link Long#MAX_VALUE}. */
  void await(long milliseconds) throws InterruptedException {
    if (milliseconds == Long.MAX_VALUE) {
      rings.acquire();
    } else if (!rings.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
      return;
    }
    rings.drainPermits();
  }
}
