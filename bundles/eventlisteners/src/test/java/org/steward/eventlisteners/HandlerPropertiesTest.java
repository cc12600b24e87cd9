package org.steward.eventlisteners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.eventlisteners.handlers.Subscription;

class HandlerPropertiesTest {
  private final List<String> warnings = new ArrayList<>();
  private final HandlerProperties properties = new HandlerProperties(warnings::add);

  @Test
  void withoutThePropertyAHandlerWantsAll() {
    assertThat(properties.subscription(Map.of()).includes(EventType.TICK_5)).isTrue();
  }

  @Test
  void theTypesMayBeAStringAnArrayOrACollection() {
    for (Object value :
        List.of("TICK", new String[] {"TICK", "PROCESS_LOG"}, List.of("tick", "PROCESS_LOG"))) {
      Subscription subscription =
          properties.subscription(Map.of(SupervisorEventHandler.EVENTS, value));
      assertThat(subscription.includes(EventType.TICK_60)).isTrue();
      assertThat(subscription.includes(EventType.PROCESS_STATE_RUNNING)).isFalse();
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void aNameThatIsNoTypeIsWarnedOf() {
    Subscription subscription =
        properties.subscription(Map.of(SupervisorEventHandler.EVENTS, List.of("TOCK", "TICK_5")));
    assertThat(subscription.includes(EventType.TICK_5)).isTrue();
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("supervisor.events: 'TOCK' is no event type; expected one of [EVENT, ");
  }
}
