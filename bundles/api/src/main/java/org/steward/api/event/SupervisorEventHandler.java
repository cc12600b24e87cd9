package org.steward.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what happens in the supervisor; the way for a bundle to take part in its events.
 *
 * <p>Registered as a service, with the property {@value #EVENTS} naming the {@link EventType}s it
 * wants (a string or several; a type includes those below it; without the property, all), it gets
 * each event that happens from then on, in order.
 *
 * <p>Each handler has a bounded queue and a thread of its own. One that is slow misses events, one
 * that never returns gets no more, and neither is felt by anyone else; what is missed is counted
 * and logged.
 */
@ConsumerType
@FunctionalInterface
public interface SupervisorEventHandler {
  /** The service property that holds the names of the types to be told of. */
  String EVENTS = "supervisor.events";

  /**
   * Handles one event. Not called concurrently for one registration.
   *
   * @param event what happened
   * @throws Exception whatever is thrown is logged and costs the handler nothing
   */
  void onEvent(SupervisorEvent event) throws Exception;
}
