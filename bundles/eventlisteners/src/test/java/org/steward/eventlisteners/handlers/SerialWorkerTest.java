package org.steward.eventlisteners.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialWorkerTest {
  /** Tasks are offered by the supervision loop, when there may be no room for another thread. */
  @Test
  void itsThreadIsThereBeforeTheFirstTask() throws Exception {
    try (SerialWorker worker = new SerialWorker("worker-under-test", 1)) {
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      CompletableFuture<Thread> doer = new CompletableFuture<>();
      assertThat(worker.offer(() -> doer.complete(Thread.currentThread()))).isTrue();
      assertThat(before).contains(doer.get(60, TimeUnit.SECONDS));
    }
  }
}
