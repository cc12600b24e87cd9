package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;

class ListenerLinkTest {
  private static final int MANY = 25_000;

  private final ListenerLink link = new ListenerLink(new RecordingLog());
  private final Counting bundle = new Counting();

  @Test
  void eventsThatNobodyTakesAreBoundedAndWhatHappensToListenersIsNot() {
    for (int i = 0; i < MANY; i++) {
      link.pass(protocol -> protocol.published(new Tick(5, 5)));
    }
    link.tell(protocol -> protocol.poolRemoved("pool"));
    link.attach(bundle, new NoHost());
    assertThat(bundle.events).isEqualTo(20_000);
    assertThat(bundle.removed).containsExactly("pool");
  }

  @Test
  void thereIsRoomForAsManyEventsAgainOnceTheBundleWasThere() {
    for (int i = 0; i < MANY; i++) {
      link.pass(protocol -> protocol.published(new Tick(5, 5)));
    }
    link.attach(bundle, new NoHost());
    link.detach();
    link.pass(protocol -> protocol.published(new Tick(5, 5)));
    link.attach(bundle, new NoHost());
    assertThat(bundle.events).isEqualTo(20_001);
  }

  private static final class Counting implements ListenerProtocol {
    final List<String> removed = new ArrayList<>();
    int events;

    @Override
    public void poolAdded(PoolSpec pool, PoolHost host) {}

    @Override
    public void poolRemoved(String pool) {
      removed.add(pool);
    }

    @Override
    public void published(SupervisorEvent event) {
      events++;
    }

    @Override
    public void listenerStarted(ProcessId listener) {}

    @Override
    public void listenerRunning(ProcessId listener) {}

    @Override
    public void listenerStopping(ProcessId listener) {}

    @Override
    public void listenerEnded(ProcessId listener) {}

    @Override
    public void received(ProcessId listener, byte[] bytes) {}
  }

  private static final class NoHost implements PoolHost {
    @Override
    public boolean send(ProcessId listener, byte[] bytes) {
      return false;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void later(int seconds, Runnable action) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void execute(Runnable action) {}
  }
}
