package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.PoolSpec;

class PoolTest {
  private static final String OK_READY = "RESULT 2\nOKREADY\n";
  private static final String FAIL_READY = "RESULT 4\nFAILREADY\n";

  @Test
  void eventsWaitUntilAListenerIsBothRunningAndReady() {
    Stage stage = Stage.with(1, 10);
    stage.publish("one");
    stage.pools.listenerStarted(stage.listeners.get(0));
    stage.says(0, "READY\n");
    assertThat(stage.host.sent).isEmpty();
    stage.pools.listenerRunning(stage.listeners.get(0));
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void headerCountsCharactersOfThePayload() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    stage.publish("\u00e9\ud83d\ude00");
    assertThat(stage.host.sent.getFirst().text())
        .isEqualTo(
            "ver:3.0 server:id serial:0 pool:pool poolserial:0 eventname:REMOTE_COMMUNICATION"
                + " len:12\ntype:test\n\u00e9\ud83d\ude00");
  }

  @Test
  void headerCountsBytesWhereThePoolAsksForIt() {
    Pools pools = new Pools(new ResultHandlers());
    FakePoolHost host = new FakePoolHost();
    ProcessId listener = new ProcessId("p", "p");
    pools.poolAdded(
        new PoolSpec("p", "id", 10, Set.of(EventType.EVENT), null, true, List.of(listener)), host);
    pools.listenerStarted(listener);
    pools.listenerRunning(listener);
    pools.received(listener, "READY\n".getBytes(US_ASCII));
    pools.published(new RemoteCommunication("test", "\u00e9\ud83d\ude00"));
    assertThat(host.sent.getFirst().text()).contains(" len:16\n");
  }

  @Test
  void theFirstFreeListenerGetsTheEvent() {
    Stage stage = readyStage(3, 10);
    stage.publish("a");
    stage.publish("b");
    stage.says(0, OK_READY);
    stage.publish("c");
    stage.publish("d");
    assertThat(stage.host.sent.stream().map(sent -> sent.listener().name()))
        .containsExactly("l0", "l1", "l0", "l2");
  }

  @Test
  void figuresTellWhatWaitsAndWhatWasDropped() {
    Stage stage = Stage.with(1, 2);
    for (String data : List.of("a", "b", "c", "d")) {
      stage.publish(data);
    }
    assertThat(figures(stage))
        .containsExactly(
            "steward_event_pool_waiting 2",
            "steward_event_pool_accepted 4",
            "steward_event_pool_dropped 2");
    stage.run(0);
    stage.says(0, "READY\n");
    assertThat(figures(stage)).contains("steward_event_pool_waiting 1");
  }

  private static List<String> figures(Stage stage) {
    List<String> lines = new ArrayList<>();
    stage.pools.collect(
        new MetricsSink() {
          @Override
          public void gauge(String name, String help, Map<String, String> labels, double value) {
            lines.add(name + " " + (long) value);
          }

          @Override
          public void counter(String name, String help, Map<String, String> labels, double value) {
            lines.add(name + " " + (long) value);
          }
        });
    return lines;
  }

  @Test
  void aFullBufferDropsTheOldestAndSaysSo() {
    Stage stage = Stage.with(1, 2);
    for (String data : List.of("a", "b", "c", "d")) {
      stage.publish(data);
    }
    assertThat(stage.host.log)
        .containsExactly("ERRO pool pool event buffer overflowed, discarding event 0");
    stage.run(0);
    stage.says(0, "READY\n");
    stage.says(0, OK_READY);
    assertThat(stage.host.serials()).containsExactly(2L, 3L);
  }

  @Test
  void whileABufferKeepsOverflowingItIsSaidAgainOnlyNowAndThen() {
    String overflowed = "ERRO pool pool event buffer overflowed, discarding ";
    Stage stage = Stage.with(1, 1);
    for (String data : List.of("a", "b", "c", "d", "e")) {
      stage.publish(data);
    }
    stage.host.passTime();
    stage.publish("f");
    stage.host.passTime();
    assertThat(stage.host.log)
        .containsExactly(
            overflowed + "event 0",
            overflowed + "3 more events, the last of them 3",
            overflowed + "1 more events, the last of them 4");
    stage.host.passTime();
    stage.host.log.clear();
    stage.publish("g");
    assertThat(stage.host.log).containsExactly(overflowed + "event 5");
  }

  @Test
  void whatAPoolHasDroppedIsSaidBeforeItGoes() {
    Stage stage = Stage.with(1, 1);
    for (String data : List.of("a", "b", "c")) {
      stage.publish(data);
    }
    stage.host.log.clear();
    stage.pools.detached();
    assertThat(stage.host.log)
        .containsExactly(
            "ERRO pool pool event buffer overflowed, discarding 1 more events, the last of them 1");
  }

  @Test
  void aRejectedEventComesNextUnderItsOldNumbers() {
    Stage stage = readyStage(1, 10);
    stage.publish("a");
    stage.publish("b");
    stage.says(0, FAIL_READY);
    stage.says(0, OK_READY);
    assertThat(stage.host.serials()).containsExactly(0L, 0L, 1L);
    assertThat(stage.host.sent)
        .extracting(FakePoolHost.Sent::poolSerial)
        .containsExactly(0L, 0L, 1L);
  }

  @Test
  void aRejectedEventPushesTheOldestOutOfAFullBuffer() {
    Stage stage = readyStage(1, 1);
    stage.publish("a");
    stage.publish("b");
    stage.host.log.clear();
    stage.says(0, "RESULT 4\nFAIL");
    assertThat(stage.host.conversation())
        .containsExactly(
            "WARN l0: event was rejected",
            "DEBG l0: BUSY -> ACKNOWLEDGED",
            "DEBG rebuffering event 0 for pool pool (buf size=1, max=1)",
            "ERRO pool pool event buffer overflowed, discarding event 1");
  }

  @Test
  void whatIsLeftWhenAllListenersAreBusyIsNotedAsSupervisorNotesIt() {
    Stage stage = Stage.with(1, 10);
    stage.publish("a");
    stage.publish("b");
    stage.run(0);
    stage.host.log.clear();
    stage.says(0, "READY\n");
    assertThat(stage.host.conversation())
        .containsExactly(
            "DEBG l0: ACKNOWLEDGED -> READY",
            "DEBG event 0 sent to listener l0",
            "DEBG rebuffering event 1 for pool pool (buf size=0, max=10)");
  }

  @Test
  void theEventOfAListenerThatDiesGoesToAnother() {
    Stage stage = readyStage(2, 10);
    stage.publish("a");
    stage.end(0);
    assertThat(stage.host.sent.stream().map(sent -> sent.listener().name()))
        .containsExactly("l0", "l1");
    assertThat(stage.host.serials()).containsExactly(0L, 0L);
  }

  @Test
  void aListenerToldToStopGetsNoMoreButMayStillAnswer() {
    Stage stage = readyStage(1, 10);
    stage.publish("a");
    stage.pools.listenerStopping(stage.listeners.get(0));
    stage.says(0, OK_READY);
    stage.publish("b");
    stage.end(0);
    assertThat(stage.host.serials()).containsExactly(0L);
    assertThat(stage.host.log).contains("DEBG l0: event was processed");
  }

  @Test
  void aListenerThatClosedItsStdinIsPassedOver() {
    Stage stage = readyStage(2, 10);
    stage.host.closedStdins.add(stage.listeners.get(0));
    stage.host.log.clear();
    stage.publish("a");
    assertThat(stage.host.conversation())
        .containsExactly(
            "DEBG epipe occurred while sending event 0 to listener l0, listener state unchanged",
            "DEBG event 0 sent to listener l1");
  }

  @Test
  void aListenerWithANewStdinIsServedAgain() {
    Stage stage = readyStage(1, 10);
    stage.host.closedStdins.add(stage.listeners.get(0));
    stage.publish("a");
    stage.host.closedStdins.clear();
    stage.end(0);
    stage.run(0);
    stage.says(0, "READY\n");
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void onlyEventsThatSomePoolWantsAreNumbered() {
    Pools pools = new Pools(new ResultHandlers());
    FakePoolHost host = new FakePoolHost();
    ProcessId listener = new ProcessId("ticks", "ticks");
    pools.poolAdded(
        new PoolSpec("ticks", "id", 10, Set.of(EventType.TICK_60), null, false, List.of(listener)),
        host);
    pools.listenerStarted(listener);
    pools.listenerRunning(listener);
    pools.received(listener, "READY\n".getBytes(US_ASCII));
    pools.published(new Tick(5, 60));
    pools.published(new Tick(60, 60));
    assertThat(host.sent.getFirst().text()).contains(" serial:0 ").contains("eventname:TICK_60 ");
  }

  @Test
  void overlappingSubscriptionsBringAnEventOnce() {
    Pools pools = new Pools(new ResultHandlers());
    FakePoolHost host = new FakePoolHost();
    pools.poolAdded(
        new PoolSpec(
            "p", "id", 1, Set.of(EventType.TICK, EventType.TICK_5), null, false, List.of()),
        host);
    pools.published(new Tick(5, 5));
    assertThat(host.log).isEmpty();
  }

  @Test
  void aListenersOwnStdoutIsNoEvent() {
    Stage stage = readyStage(1, 10);
    ProcessId listener = stage.listeners.get(0);
    stage.pools.published(new ProcessLog(listener, 1, LogStream.STDOUT, new byte[1]));
    stage.pools.published(new ProcessCommunication(listener, 1, LogStream.STDOUT, new byte[1]));
    assertThat(stage.host.sent).isEmpty();
    stage.pools.published(new ProcessLog(listener, 1, LogStream.STDERR, new byte[1]));
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void aRemovedPoolGetsNothingAndComesBackWithNumbersOfItsOwn() {
    Stage stage = readyStage(1, 10);
    stage.publish("a");
    stage.pools.poolRemoved("pool");
    stage.publish("b");
    stage.says(0, OK_READY);
    assertThat(stage.host.serials()).containsExactly(0L);

    stage.pools.poolAdded(
        new PoolSpec("pool", "id", 10, Set.of(EventType.EVENT), null, false, stage.listeners),
        stage.host);
    stage.run(0);
    stage.says(0, "READY\n");
    stage.publish("c");
    assertThat(stage.host.sent.getLast().serial()).isEqualTo(1);
    assertThat(stage.host.sent.getLast().poolSerial()).isZero();
  }

  @Test
  void aNewLoopStartsWithoutThePoolsOfTheOldOne() {
    Stage stage = readyStage(1, 10);
    stage.publish("a");
    stage.pools.attached(new FakePoolHost());
    stage.host.log.clear();
    stage.says(0, OK_READY);
    stage.publish("b");
    assertThat(stage.host.log).isEmpty();
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  private static Stage readyStage(int listeners, int bufferSize) {
    Stage stage = Stage.with(listeners, bufferSize);
    for (int i = 0; i < listeners; i++) {
      stage.run(i);
      stage.says(i, "READY\n");
    }
    return stage;
  }
}
