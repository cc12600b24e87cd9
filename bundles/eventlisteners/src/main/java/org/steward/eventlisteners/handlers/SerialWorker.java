package org.steward.eventlisteners.handlers;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks of foreign code one after the other on a thread of its own. That is there from the
 * start: where the system has no room for another thread, events go on.
 *
 * <p>A platform thread, not a virtual one: foreign code may spin or block in native calls, and
 * virtual threads that do so starve all others of their few carriers.
 */
public final class SerialWorker implements AutoCloseable {
  private static final int GRACE_SECONDS = 1;

  private final ThreadPoolExecutor executor;

  /** A worker whose thread has the given name, with room for some waiting tasks. */
  public SerialWorker(String name, int capacity) {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(capacity),
            Thread.ofPlatform().daemon().name(name).factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    executor.prestartAllCoreThreads();
  }

  /**
   * Runs a task soon; never blocks. To be called on one thread only, the supervision loop.
   *
   * @return false where too many tasks wait, in which case this one is not run
   */
  public boolean offer(Runnable task) {
    if (executor.getQueue().remainingCapacity() == 0) {
      return false;
    }
    executor.execute(task);
    return true;
  }

  /**
   * Forgets the tasks that wait; does not wait itself. The running task is interrupted only where
   * it does not end within a second: what calls others on its way, as Event Admin does, would
   * complain of a mere coincidence.
   */
  @Override
  public void close() {
    executor.shutdown();
    executor.getQueue().clear();
    CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
        .execute(executor::shutdownNow);
  }
}
