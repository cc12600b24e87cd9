package org.steward.eventlisteners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.steward.api.event.SupervisorEvent.Tick;

class EventAdminBridgeTest {
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Test
  void theEventOnItsWayArrivesBeforeTheBridgeIsGone() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch arrives = new CountDownLatch(1);
    FakeEventAdmin admin =
        new FakeEventAdmin(
            event -> {
              called.countDown();
              awaitUninterrupted(arrives);
              sent.add("arrived");
            });
    EventAdminBridge bridge = new EventAdminBridge(admin);
    Thread sender = Thread.ofPlatform().start(() -> bridge.onEvent(new Tick(5, 5)));
    called.await();
    Thread leaving =
        Thread.ofPlatform()
            .start(
                () -> {
                  goOut(bridge);
                  sent.add("gone");
                });
    while (leaving.getState() == Thread.State.RUNNABLE || leaving.getState() == Thread.State.NEW) {
      Thread.onSpinWait();
    }
    arrives.countDown();
    sender.join();
    leaving.join();
    assertThat(sent).containsExactly("arrived", "gone");
  }

  @Test
  void nothingIsSentOnceTheBridgeIsGone() throws InterruptedException {
    EventAdminBridge bridge = new EventAdminBridge(new FakeEventAdmin(e -> sent.add("sent")));
    bridge.onEvent(new Tick(5, 5));
    bridge.goOut();
    bridge.onEvent(new Tick(5, 10));
    assertThat(sent).containsExactly("sent");
  }

  private static void goOut(EventAdminBridge bridge) {
    try {
      bridge.goOut();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does what it is told with what is sent to it. */
  private record FakeEventAdmin(java.util.function.Consumer<Event> receiver) implements EventAdmin {
    @Override
    public void postEvent(Event event) {
      throw new UnsupportedOperationException("events are sent");
    }

    @Override
    public void sendEvent(Event event) {
      receiver.accept(event);
    }
  }
}
