package org.steward.samples.superlance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.testing.FakeSupervisor;
import org.steward.api.testing.Sections;

@Timeout(30)
class TickTaskTest {
  private static final Tick TICK = new Tick(60, 60);

  private final FakeSupervisor supervisor = new FakeSupervisor();

  @Test
  void aTickIsPassedOverWhileTheLastIsWorkedOn() throws Exception {
    BlockingQueue<String> begun = new ArrayBlockingQueue<>(8);
    SynchronousQueue<String> go = new SynchronousQueue<>();
    CountDownLatch interrupted = new CountDownLatch(1);
    TickTask task =
        new TickTask(
            "t",
            supervisor,
            () -> {
              begun.add("begun");
              try {
                go.take();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    task.onEvent(TICK);
    assertThat(begun.poll(20, TimeUnit.SECONDS)).isEqualTo("begun");
    task.onEvent(TICK);
    assertThat(begun).isEmpty();
    go.put("on");
    while (begun.isEmpty()) { // until the thread before has ended
      task.onEvent(TICK);
    }
    task.close();
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFailureIsLoggedAndTheNextTickIsAnotherChance() {
    TickTask task =
        new TickTask(
            "t",
            supervisor,
            () -> {
              throw new IllegalStateException("broken");
            });
    while (supervisor.logs().lines().size() < 2) {
      task.onEvent(TICK);
    }
    assertThat(supervisor.logs().lines().getFirst())
        .isEqualTo("ERRO t: java.lang.IllegalStateException: broken");
  }

  @Test
  void onlyTicksCanBeAskedFor() throws Exception {
    assertThat(TickTask.ticks(Sections.of("[memmon]"))).containsExactly("TICK_60");
    assertThat(TickTask.ticks(Sections.of("[memmon]\nevents=tick_5"))).containsExactly("TICK_5");
    assertThatThrownBy(() -> TickTask.ticks(Sections.of("[memmon]\nevents=EVENT")))
        .hasMessage(
            "supervisord.conf:2: [memmon] events=EVENT: expected TICK_5, TICK_60 or TICK_3600");
  }
}
