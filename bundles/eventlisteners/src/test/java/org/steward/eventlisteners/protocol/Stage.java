package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.PoolSpec;

/** One pool named {@code pool} on a fake host, with listeners {@code l0}, {@code l1}... */
final class Stage {
  final ResultHandlers resultHandlers = new ResultHandlers();
  final Pools pools = new Pools(resultHandlers);
  final FakePoolHost host = new FakePoolHost();
  final List<ProcessId> listeners;

  private Stage(int listeners, int bufferSize, @Nullable String resultHandler) {
    this.listeners =
        IntStream.range(0, listeners).mapToObj(i -> new ProcessId("pool", "l" + i)).toList();
    pools.poolAdded(
        new PoolSpec(
            "pool",
            "id",
            bufferSize,
            Set.of(EventType.EVENT),
            resultHandler,
            false,
            this.listeners),
        host);
  }

  static Stage with(int listeners, int bufferSize) {
    return new Stage(listeners, bufferSize, null);
  }

  static Stage judgedBy(String resultHandler) {
    return new Stage(1, 10, resultHandler);
  }

  /** One listener, running and silent. */
  static Stage running() {
    Stage stage = with(1, 10);
    stage.run(0);
    return stage;
  }

  void run(int listener) {
    pools.listenerStarted(listeners.get(listener));
    pools.listenerRunning(listeners.get(listener));
  }

  void end(int listener) {
    pools.listenerEnded(listeners.get(listener));
  }

  /** The listener writes; one character is one byte. */
  void says(int listener, String words) {
    pools.received(listeners.get(listener), words.getBytes(ISO_8859_1));
  }

  void publish(String data) {
    pools.published(new RemoteCommunication("test", data));
  }
}
