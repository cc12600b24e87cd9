package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {
  private static final int MANY = 500;

  static Executor[] executors() {
    Workers workers = Workers.start();
    return new Executor[] {workers.replies(), workers.searches()};
  }

  @ParameterizedTest
  @MethodSource("executors")
  void whatTheyHaveNoTimeForIsNeverDoneByWhoAsks(Executor executor) throws InterruptedException {
    assertThat(doersOfMuch(executor)).doesNotContain(Thread.currentThread());
  }

  @ParameterizedTest
  @MethodSource("executors")
  void noThreadIsMadeWhenThereIsSomethingToDo(Executor executor) throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertThat(before).containsAll(doersOfMuch(executor));
  }

  private static Set<Thread> doersOfMuch(Executor executor) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(MANY);
    Set<Thread> doers = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < MANY; i++) {
      executor.execute(
          () -> {
            doers.add(Thread.currentThread());
            awaitQuietly(asked);
            done.countDown();
          });
    }
    asked.countDown();
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    return doers;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
