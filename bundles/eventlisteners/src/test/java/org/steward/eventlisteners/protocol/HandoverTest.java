package org.steward.eventlisteners.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steward.api.event.ResultHandler;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.core.spi.PoolsMemory;

/** A bundle that is updated leaves its pools to the one that comes. */
class HandoverTest {
  private final ResultHandlers handlers = new ResultHandlers();
  private final Pools successor = new Pools(handlers);

  private void handOver(Stage stage) {
    PoolsMemory memory = stage.pools.detached();
    stage.host.sent.clear();
    successor.attached(stage.host);
    successor.resumed(memory, stage.host);
  }

  private void says(Stage stage, String words) {
    successor.received(stage.listeners.get(0), words.getBytes());
  }

  @Test
  void aListenerThatWaitsForAnEventIsSentTheNext() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    handOver(stage);
    successor.published(new RemoteCommunication("test", "one"));
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void anEventUnderWayIsAnsweredToTheSuccessor() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    stage.publish("one");
    handOver(stage);
    says(stage, "RESULT 4\nFAILREADY\n");
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void eventsThatWaitAreSentByTheSuccessorAndNumbersGoOn() {
    Stage stage = Stage.running();
    stage.publish("one");
    stage.publish("two");
    handOver(stage);
    successor.published(new RemoteCommunication("test", "three"));
    says(stage, "READY\n");
    says(stage, "RESULT 2\nOKREADY\n");
    says(stage, "RESULT 2\nOKREADY\n");
    assertThat(stage.host.serials()).containsExactly(0L, 1L, 2L);
    assertThat(stage.host.sent.getLast().poolSerial()).isEqualTo(2);
  }

  @Test
  void halfAnAnswerIsNotForgotten() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    stage.publish("one");
    stage.publish("two");
    stage.says(0, "RESULT 2\nO");
    handOver(stage);
    says(stage, "KREADY\n");
    assertThat(stage.host.serials()).containsExactly(1L);
  }

  @Test
  void anAnswerThatIsBeingJudgedIsJudgedAnew() throws Exception {
    Stage stage = Stage.judgedBy("mine");
    stage.run(0);
    stage.says(0, "READY\n");
    stage.publish("one");
    stage.says(0, "RESULT 3\nbad");
    PoolsMemory memory = stage.pools.detached();
    stage.host.sent.clear();
    ResultHandler mine = (event, result) -> !new String(result).equals("bad");
    handlers.add("mine", mine);
    successor.resumed(memory, stage.host);
    stage.host.runNextAction();
    says(stage, "READY\n");
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void aListenerThatBrokeTheProtocolIsStillSentNothing() {
    Stage stage = Stage.running();
    stage.says(0, "nonsense\n");
    handOver(stage);
    successor.published(new RemoteCommunication("test", "one"));
    says(stage, "READY\n");
    assertThat(stage.host.sent).isEmpty();
  }

  @Test
  void thePredecessorSendsNothingMore() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    handOver(stage);
    stage.publish("one");
    assertThat(stage.host.sent).isEmpty();
  }
}
