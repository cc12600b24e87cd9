package org.steward.api.event;

/**
 * How events look in OSGi Event Admin, for bundles that prefer it to {@link
 * SupervisorEventHandler}.
 *
 * <p>The topic is the event's type, one level for each level of the hierarchy: {@code
 * org/steward/PROCESS_STATE/RUNNING}, {@code org/steward/TICK/5}, {@code
 * org/steward/REMOTE_COMMUNICATION}. The properties are those of the event's payload under
 * Supervisor's names ({@code processname}, {@code groupname}, {@code from_state}, {@code pid},
 * {@code tries}, {@code expected}, {@code channel}, {@code data}, {@code type}, {@code when}), and
 * {@value #EVENT} with the typed event. Names are strings, numbers int or long, {@code expected} a
 * boolean, and {@code data} of output a byte array that is not to be modified.
 */
public final class EventTopics {
  /** What all topics begin with. */
  public static final String PREFIX = "org/steward/";

  /** The property that holds the {@link SupervisorEvent}. */
  public static final String EVENT = "event";

  private EventTopics() {}

  /** The topic events of a type are posted to. */
  public static String of(EventType type) {
    return PREFIX + levels(type);
  }

  private static String levels(EventType type) {
    EventType parent = type.parent();
    if (parent == null || parent == EventType.EVENT) {
      return type.name();
    }
    return levels(parent) + "/" + type.name().substring(parent.name().length() + 1);
  }
}
