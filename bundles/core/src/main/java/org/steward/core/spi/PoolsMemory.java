package org.steward.core.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;

/**
 * What a listener bundle leaves for the one that comes after it, so that neither listeners nor
 * events notice: made of types that outlive both.
 *
 * @param nextSerial the number of the next event that a pool takes
 * @param pools the pools
 */
public record PoolsMemory(long nextSerial, List<Pool> pools) {
  /** Takes an immutable copy. */
  public PoolsMemory {
    pools = List.copyOf(pools);
  }

  /**
   * One pool.
   *
   * @param spec what it is
   * @param nextSerial the number of the next event that it takes
   * @param waiting what it holds, the next to be sent first
   * @param listeners its listeners, in configuration order
   */
  public record Pool(
      PoolSpec spec, long nextSerial, List<Event> waiting, List<Listener> listeners) {
    /** Takes immutable copies. */
    public Pool {
      waiting = List.copyOf(waiting);
      listeners = List.copyOf(listeners);
    }
  }

  /**
   * An event in the hands of a pool.
   *
   * @param serial its number among all events taken by pools
   * @param poolSerial its number among those of its pool
   */
  public record Event(SupervisorEvent event, long serial, long poolSerial) {}

  /**
   * Where the conversation with a listener stands.
   *
   * @param id its name
   * @param state the protocol's word for it: ACKNOWLEDGED, READY, BUSY or UNKNOWN
   * @param running whether it may be sent events
   * @param inFlight what it was sent and has not been judged for, null for nothing
   * @param unread what it wrote and nobody has dealt with; not to be modified
   */
  public record Listener(
      ProcessId id, String state, boolean running, @Nullable Event inFlight, byte[] unread) {}
}
