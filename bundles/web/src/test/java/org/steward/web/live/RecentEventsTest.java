package org.steward.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.web.FakeSupervisor;
import org.steward.web.stream.Source;

class RecentEventsTest {
  private final FakeSupervisor supervisor = new FakeSupervisor();
  private final RecentEvents events =
      new RecentEvents(supervisor::snapshot, InstantSource.system());

  @Test
  void eventsAreNumberedInOrder() {
    events.onEvent(new SupervisorStateChanged(true));
    events.onEvent(new SupervisorStateChanged(false));
    assertThat(events.newest()).isEqualTo(2);
    assertThat(events.after(0, 9)).extracting(RecentEvents.Entry::number).containsExactly(1L, 2L);
    assertThat(events.after(1, 9)).extracting(RecentEvents.Entry::number).containsExactly(2L);
    assertThat(events.after(2, 9)).isEmpty();
  }

  @Test
  void oldestAreForgotten() {
    for (int i = 0; i < RecentEvents.MOST + 10; i++) {
      events.onEvent(new SupervisorStateChanged(true));
    }
    assertThat(events.after(0, Integer.MAX_VALUE)).hasSize(RecentEvents.MOST);
    assertThat(events.reachesBackTo(10)).isTrue();
    assertThat(events.reachesBackTo(9)).isFalse();
    assertThat(events.reachesBackTo(events.newest() + 1)).isFalse();
  }

  @Test
  void whatClientsSendIsKeptInBounds() {
    events.onEvent(new RemoteCommunication("k", "x".repeat(100_000)));
    RemoteCommunication kept = (RemoteCommunication) events.after(0, 1).getFirst().event();
    assertThat(kept.data()).hasSize(RecentEvents.LONGEST_TEXT + 1);
  }

  @Test
  void endOfARunIsExplained() {
    supervisor.with("a", "a", ProcessState.FATAL, "no such file");
    events.onEvent(
        new ProcessStateChanged(
            new ProcessId("a", "a"), ProcessState.BACKOFF, ProcessState.FATAL, 0, 3, false));
    assertThat(events.after(0, 1).getFirst().detail()).isEqualTo("no such file");
  }

  @Test
  void watchersAreWokenUntilTheyLeave() {
    AtomicInteger woken = new AtomicInteger();
    Source.Subscription subscription = events.onMore(woken::incrementAndGet);
    events.onEvent(new SupervisorStateChanged(true));
    subscription.close();
    events.onEvent(new SupervisorStateChanged(true));
    assertThat(woken).hasValue(1);
  }
}
