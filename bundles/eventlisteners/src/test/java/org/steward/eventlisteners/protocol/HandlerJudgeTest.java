package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.event.ResultHandler;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;

class HandlerJudgeTest {
  private static final String NAME = "my.module:handler";
  private static final String MISSING =
      "WARN pool pool: no result handler 'my.module:handler' is installed; results wait until a"
          + " bundle registers org.steward.api.event.ResultHandler with"
          + " supervisor.result.handler=my.module:handler";

  private final Stage stage = Stage.judgedBy(NAME);

  @AfterEach
  void close() {
    stage.pools.close();
  }

  @Test
  void handlerSeesEventAndResult() throws InterruptedException {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    install(
        (event, result) ->
            seen.add(((RemoteCommunication) event).data() + "=" + new String(result, US_ASCII)));
    answer("RESULT 3\nyes");
    stage.host.runNextAction();
    assertThat(seen).containsExactly("event=yes");
    assertThat(stage.host.log).contains("DEBG l0: event was processed");
  }

  @Test
  void wordsAfterTheResultWaitForTheVerdict() throws InterruptedException {
    install((event, result) -> true);
    answer("RESULT 3\nyesREADY\n");
    stage.publish("next");
    assertThat(stage.host.serials()).containsExactly(0L);
    stage.host.runNextAction();
    assertThat(stage.host.serials()).containsExactly(0L, 1L);
  }

  @Test
  void refusalPutsTheEventBack() throws InterruptedException {
    install((event, result) -> false);
    answer("RESULT 3\nyesREADY\n");
    stage.host.runNextAction();
    assertThat(stage.host.log).contains("WARN l0: event was rejected");
    assertThat(stage.host.serials()).containsExactly(0L, 0L);
  }

  @Test
  void whatAHandlerThrowsMakesTheListenerUnknownAndIsShown() throws InterruptedException {
    install(
        (event, result) -> {
          throw new IllegalArgumentException("what is this?");
        });
    answer("RESULT 3\nyes");
    stage.host.runNextAction();
    stage.host.runNextAction();
    assertThat(stage.host.log)
        .contains(
            "WARN pool pool: result handler 'my.module:handler':"
                + " java.lang.IllegalArgumentException: what is this?",
            "WARN l0: event caused an error",
            "DEBG l0: BUSY -> UNKNOWN");
  }

  @Test
  void withoutHandlerResultsWaitForOne() throws InterruptedException {
    answer("RESULT 2\nOK");
    assertThat(stage.host.log).containsOnlyOnce(MISSING);
    assertThat(stage.host.actions).isEmpty();
    install((event, result) -> true);
    stage.host.runNextAction();
    stage.host.runNextAction();
    assertThat(stage.host.log).contains("DEBG l0: event was processed");
  }

  @Test
  void aListenerThatDiesBeforeTheVerdictLeavesTheEventToIt() throws InterruptedException {
    CountDownLatch decide = new CountDownLatch(1);
    install(
        (event, result) -> {
          decide.await();
          return false;
        });
    answer("RESULT 2\nOK");
    stage.end(0);
    stage.run(0);
    stage.says(0, "READY\n");
    assertThat(stage.host.serials()).containsExactly(0L);
    decide.countDown();
    stage.host.runNextAction();
    assertThat(stage.host.serials()).containsExactly(0L, 0L);
  }

  @Test
  void aHandlerThatNeverReturnsHoldsUpItsPoolOnly() {
    CountDownLatch never = new CountDownLatch(1);
    install(
        (event, result) -> {
          never.await();
          return true;
        });
    for (int i = 0; i < 100; i++) {
      // Listeners that die one after the other, each with an answer not judged.
      stage.run(0);
      stage.says(0, "READY\n");
      stage.publish("event" + i);
      stage.says(0, "RESULT 2\nOK");
      stage.end(0);
    }
    assertThat(stage.host.log)
        .contains(
            "WARN pool pool: 64 results wait for result handler 'my.module:handler' already",
            "WARN l0: event caused an error");
  }

  private void install(ResultHandler handler) {
    stage.resultHandlers.add(NAME, handler);
  }

  private void answer(String words) {
    stage.run(0);
    stage.says(0, "READY\n");
    stage.publish("event");
    // Installing before this may have queued a wake-up for results that do not wait yet.
    stage.host.actions.forEach(Runnable::run);
    stage.host.actions.clear();
    stage.says(0, words);
  }
}
