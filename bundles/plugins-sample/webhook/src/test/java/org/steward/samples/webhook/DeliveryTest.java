package org.steward.samples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final List<String> received = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** What the receiver answers, one after the other; 0 for not at all; then 200. */
  private final Queue<Integer> answers = new ArrayDeque<>();

  private Delivery delivery(String keys) throws Exception {
    return new Delivery(SettingsTest.settings(keys), this::receive, pauses::add, warnings::add);
  }

  private int receive(String payload) throws IOException {
    int answer = answers.isEmpty() ? 200 : answers.remove();
    if (answer == 0) {
      throw new IOException("refused");
    }
    if (answer == 200) {
      received.add(payload);
    }
    return answer;
  }

  @Test
  void whatFailsIsTriedAgainAfterLongerAndLongerWaits() throws Exception {
    Delivery delivery = delivery("retry_wait=2");
    answers.addAll(List.of(0, 503, 429));
    delivery.offer("a");
    delivery.deliverNext();
    assertThat(received).containsExactly("a");
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(warnings).isEmpty();
  }

  @Test
  void noWaitIsLongerThanFiveMinutes() throws Exception {
    Delivery delivery = delivery("retry_wait=200\nretries=3");
    answers.addAll(List.of(0, 0, 0));
    delivery.offer("a");
    delivery.deliverNext();
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(200), Duration.ofMinutes(5), Duration.ofMinutes(5));
  }

  @Test
  void afterTheLastRetryTheNextEventHasItsTurn() throws Exception {
    Delivery delivery = delivery("retries=1");
    answers.addAll(List.of(0, 500));
    delivery.offer("a");
    delivery.offer("b");
    delivery.deliverNext();
    delivery.deliverNext();
    assertThat(received).containsExactly("b");
    assertThat(warnings)
        .containsExactly("gave up on an event: https://ops.example/hook answered 500");
  }

  @Test
  void whatIsRefusedForGoodIsNotTriedAgain() throws Exception {
    Delivery delivery = delivery("");
    answers.add(404);
    delivery.offer("a");
    delivery.deliverNext();
    assertThat(pauses).isEmpty();
    assertThat(warnings).singleElement().asString().contains("answered 404");
  }

  @Test
  void theOldestMakesRoomAndTheLogTells() throws Exception {
    Delivery delivery = delivery("queue_size=2");
    for (String payload : List.of("a", "b", "c", "d", "e")) {
      delivery.offer(payload);
    }
    delivery.deliverNext();
    delivery.deliverNext();
    assertThat(received).containsExactly("d", "e");
    assertThat(warnings).hasSize(2).last().asString().startsWith("dropped 2 events");
  }
}
