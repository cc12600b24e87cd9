package org.steward.eventlisteners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.PoolHost;

class EventListenersTest {
  private final EventListeners component = new EventListeners();

  @Test
  void handlersOfOtherBundlesAreTold() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    SupervisorEventHandler handler = told::add;
    component.addHandler(handler, Map.of(SupervisorEventHandler.EVENTS, "TICK_5"));
    component.published(new Tick(5, 5));
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new Tick(5, 5));

    component.updatedHandler(handler, Map.of(SupervisorEventHandler.EVENTS, "TICK_60"));
    component.published(new Tick(5, 60));
    component.published(new Tick(60, 60));
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new Tick(60, 60));
    component.deactivate();
  }

  @Test
  void whatIsWrongWithAHandlerIsSaidInTheActivityLogOnceThereIsOne() {
    component.addHandler(event -> {}, Map.of(SupervisorEventHandler.EVENTS, "TOCK"));
    RecordingHost host = new RecordingHost();
    component.attached(host);
    component.addHandler(event -> {}, Map.of(SupervisorEventHandler.EVENTS, "TUCK"));
    assertThat(host.warnings).hasSize(2).element(1).asString().contains("'TUCK' is no event type");
  }

  private static final class RecordingHost implements PoolHost {
    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();

    @Override
    public boolean send(ProcessId listener, byte[] bytes) {
      return false;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void warn(String message) {
      warnings.add(message);
    }

    @Override
    public void error(String message) {}

    @Override
    public void later(int seconds, Runnable action) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void execute(Runnable action) {
      action.run();
    }
  }
}
