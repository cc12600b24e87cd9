package org.steward.api.event;

import org.jspecify.annotations.Nullable;

/**
 * The types of events, with Supervisor's names and hierarchy: a subscription to a type includes all
 * types below it.
 */
public enum EventType {
  /** Any event. */
  EVENT(null),
  /** A process changed its state. */
  PROCESS_STATE(EVENT),
  /** It was stopped on request. */
  PROCESS_STATE_STOPPED(PROCESS_STATE),
  /** It ended by itself while RUNNING. */
  PROCESS_STATE_EXITED(PROCESS_STATE),
  /** Its child was spawned. */
  PROCESS_STATE_STARTING(PROCESS_STATE),
  /** It was told to stop. */
  PROCESS_STATE_STOPPING(PROCESS_STATE),
  /** Its start failed; it will be tried again. */
  PROCESS_STATE_BACKOFF(PROCESS_STATE),
  /** Its start was given up. */
  PROCESS_STATE_FATAL(PROCESS_STATE),
  /** It stayed up for {@code startsecs}. */
  PROCESS_STATE_RUNNING(PROCESS_STATE),
  /** Its state could not be established. */
  PROCESS_STATE_UNKNOWN(PROCESS_STATE),
  /** A process wrote between the communication tags. */
  PROCESS_COMMUNICATION(EVENT),
  /** On its standard output. */
  PROCESS_COMMUNICATION_STDOUT(PROCESS_COMMUNICATION),
  /** On its standard error. */
  PROCESS_COMMUNICATION_STDERR(PROCESS_COMMUNICATION),
  /** A process wrote to its output. */
  PROCESS_LOG(EVENT),
  /** On its standard output. */
  PROCESS_LOG_STDOUT(PROCESS_LOG),
  /** On its standard error. */
  PROCESS_LOG_STDERR(PROCESS_LOG),
  /** A client sent an event by RPC. */
  REMOTE_COMMUNICATION(EVENT),
  /** The supervisor changed its state. */
  SUPERVISOR_STATE_CHANGE(EVENT),
  /** It is up. */
  SUPERVISOR_STATE_CHANGE_RUNNING(SUPERVISOR_STATE_CHANGE),
  /** It begins to stop. */
  SUPERVISOR_STATE_CHANGE_STOPPING(SUPERVISOR_STATE_CHANGE),
  /** Time passed. */
  TICK(EVENT),
  /** Each five seconds. */
  TICK_5(TICK),
  /** Each minute. */
  TICK_60(TICK),
  /** Each hour. */
  TICK_3600(TICK),
  /** The running set changed. */
  PROCESS_GROUP(EVENT),
  /** A group was added. */
  PROCESS_GROUP_ADDED(PROCESS_GROUP),
  /** A group was removed. */
  PROCESS_GROUP_REMOVED(PROCESS_GROUP);

  private final @Nullable EventType parent;

  EventType(@Nullable EventType parent) {
    this.parent = parent;
  }

  /** The type above this one, null for {@link #EVENT}. */
  public @Nullable EventType parent() {
    return parent;
  }

  /** Whether this type is the given one or lies below it. */
  public boolean isA(EventType ancestor) {
    for (EventType type = this; type != null; type = type.parent) {
      if (type == ancestor) {
        return true;
      }
    }
    return false;
  }
}
