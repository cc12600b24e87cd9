package org.steward.eventlisteners.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;
import org.steward.core.spi.PoolsMemory;

/** All pools, and what the supervision loop tells about them. */
public final class Pools implements ListenerProtocol {
  private record Member(Pool pool, Listener listener) {}

  private final Judges judges;
  private final List<Pool> pools = new CopyOnWriteArrayList<>();
  private final Map<ProcessId, Member> members = new HashMap<>();
  private long nextSerial;

  /** No pools yet; their results are judged by what {@code handlers} knows. */
  public Pools(ResultHandlers handlers) {
    judges = new Judges(handlers);
  }

  /** Forgets the pools of an earlier loop. Numbers go on, as they do when Supervisor restarts. */
  @Override
  public void attached(PoolHost host) {
    close();
    pools.clear();
    members.clear();
  }

  /** Goes on with the pools of an earlier bundle: what waits is sent where it can be. */
  @Override
  public void resumed(PoolsMemory memory, PoolHost host) {
    nextSerial = memory.nextSerial();
    Map<Long, PublishedEvent> shared = new HashMap<>();
    for (PoolsMemory.Pool left : memory.pools()) {
      Pool pool = add(left.spec(), host);
      pool.resume(left, shared);
    }
  }

  /** Lets go of all pools. */
  @Override
  public PoolsMemory detached() {
    PoolsMemory memory = new PoolsMemory(nextSerial, pools.stream().map(Pool::remember).toList());
    close();
    pools.clear();
    members.clear();
    return memory;
  }

  @Override
  public void poolAdded(PoolSpec spec, PoolHost host) {
    add(spec, host);
  }

  private Pool add(PoolSpec spec, PoolHost host) {
    Pool pool = new Pool(spec, host, judges.forPool(spec, host));
    pools.add(pool);
    pool.listeners().forEach((id, listener) -> members.put(id, new Member(pool, listener)));
    return pool;
  }

  @Override
  public void poolRemoved(String name) {
    for (Pool pool : List.copyOf(pools)) {
      if (pool.name().equals(name)) {
        pools.remove(pool);
        members.values().removeIf(member -> member.pool == pool);
        pool.close();
      }
    }
  }

  @Override
  public void published(SupervisorEvent event) {
    if (isSaidByListener(event)) {
      return;
    }
    PublishedEvent shared = null;
    for (int i = 0; i < pools.size(); i++) {
      Pool pool = pools.get(i);
      if (pool.wants(event.type())) {
        if (shared == null) {
          // Events that no pool wants use up no number, as in Supervisor.
          shared = new PublishedEvent(event, nextSerial++);
        }
        pool.accept(shared);
      }
    }
  }

  @Override
  public void listenerStarted(ProcessId id) {
    tell(id, Listener::started);
  }

  @Override
  public void listenerRunning(ProcessId id) {
    tell(id, Listener::entersRunning);
  }

  @Override
  public void listenerStopping(ProcessId id) {
    tell(id, Listener::stopping);
  }

  @Override
  public void listenerEnded(ProcessId id) {
    tell(id, Listener::ended);
  }

  @Override
  public void received(ProcessId id, byte[] bytes) {
    tell(id, listener -> listener.received(bytes));
  }

  /** Hands over how the pools fare. Any thread. */
  public void collect(MetricsSink sink) {
    for (Pool pool : pools) {
      Map<String, String> labels = Map.of("pool", pool.name());
      PoolFigures figures = pool.figures();
      sink.gauge(
          "steward_event_pool_waiting",
          "Events that wait for a listener of the pool.",
          labels,
          figures.waiting());
      sink.counter(
          "steward_event_pool_accepted",
          "Events the pool was to be told of.",
          labels,
          figures.acceptedSoFar());
      sink.counter(
          "steward_event_pool_dropped",
          "Events dropped because the pool's buffer was full.",
          labels,
          figures.droppedSoFar());
    }
  }

  /** Ends what runs beside the loop for the pools. */
  public void close() {
    pools.forEach(Pool::close);
  }

  private void tell(ProcessId id, Consumer<Listener> what) {
    Member member = members.get(id);
    if (member != null) {
      what.accept(member.listener);
      member.pool.update(member.listener);
    }
  }

  /** A listener's stdout is its side of the protocol, and no output of a program. */
  private boolean isSaidByListener(SupervisorEvent event) {
    @Nullable ProcessId speaker =
        switch (event) {
          case ProcessLog(var id, _, var stream, _) when stream == LogStream.STDOUT -> id;
          case ProcessCommunication(var id, _, var stream, _) when stream == LogStream.STDOUT -> id;
          default -> null;
        };
    return speaker != null && members.containsKey(speaker);
  }
}
