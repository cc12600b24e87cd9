package org.steward.core.spi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.EventType;
import org.steward.api.process.ProcessId;

/**
 * A pool of event listeners.
 *
 * @param name its group name
 * @param identifier the supervisor's identifier, for the event header
 * @param bufferSize how many events wait at most
 * @param events the types subscribed to
 * @param resultHandler the configured handler of results, null for the default one
 * @param lenInBytes whether the header tells the payload's length in bytes, not in characters
 * @param listeners its processes, in configuration order
 */
public record PoolSpec(
    String name,
    String identifier,
    int bufferSize,
    Set<EventType> events,
    @Nullable String resultHandler,
    boolean lenInBytes,
    List<ProcessId> listeners) {
  /** Takes immutable copies. */
  public PoolSpec {
    events = Set.copyOf(events);
    listeners = List.copyOf(listeners);
  }
}
