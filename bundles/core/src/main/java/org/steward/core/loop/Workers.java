package org.steward.core.loop;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that do for the loop what takes time or is foreign. What they have no time for yet
 * waits; it is never done on the loop. All of them are there from the start: a system that has no
 * room for another process has none for another thread either, and just then the loop is needed.
 *
 * @param replies where replies are handed out
 * @param searches where the system is looked through for what children left behind
 */
public record Workers(Executor replies, Executor searches) {
  private static final int REPLY_THREADS = 8;

  /** With threads of their own, which end with the process. */
  public static Workers start() {
    return new Workers(
        threads("supervisor-replies", REPLY_THREADS), threads("supervisor-searches", 1));
  }

  private static Executor threads(String name, int count) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name).factory());
    executor.prestartAllCoreThreads();
    return executor;
  }
}
