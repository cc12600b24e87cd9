package org.steward.core.loop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;
import org.steward.core.spi.PoolsMemory;

/** Remembers what the event listener bundle is told. */
final class RecordingProtocol implements ListenerProtocol {
  final List<SupervisorEvent> events = new ArrayList<>();
  final List<String> calls = new ArrayList<>();

  /** The events before each pool was added. */
  final Map<String, List<SupervisorEvent>> missed = new HashMap<>();

  @Nullable PoolHost host;
  @Nullable PoolsMemory memory;

  /** What it fails with at each event, null for nothing. */
  @Nullable Error failure;

  @Override
  public void resumed(PoolsMemory left, PoolHost poolHost) {
    memory = left;
    calls.add("resumed");
  }

  @Override
  public PoolsMemory detached() {
    calls.add("detached");
    return new PoolsMemory(7, List.of());
  }

  @Override
  public void poolAdded(PoolSpec pool, PoolHost poolHost) {
    host = poolHost;
    calls.add("added " + pool.name());
    missed.put(pool.name(), List.copyOf(events));
  }

  @Override
  public void poolRemoved(String pool) {
    calls.add("removed " + pool);
  }

  @Override
  public void published(SupervisorEvent event) {
    events.add(event);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void listenerStarted(ProcessId listener) {
    calls.add("started " + listener);
  }

  @Override
  public void listenerRunning(ProcessId listener) {
    calls.add("running " + listener);
  }

  @Override
  public void listenerStopping(ProcessId listener) {
    calls.add("stopping " + listener);
  }

  @Override
  public void listenerEnded(ProcessId listener) {
    calls.add("ended " + listener);
  }

  @Override
  public void received(ProcessId listener, byte[] bytes) {
    calls.add("received " + new String(bytes, StandardCharsets.UTF_8));
  }
}
