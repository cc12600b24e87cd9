package org.steward.api.event;

import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

/** Something that happened in the supervisor. Immutable; delivered off the supervision loop. */
public sealed interface SupervisorEvent {
  /** The most specific type of this event. */
  EventType type();

  /**
   * A process changed its state.
   *
   * @param id the process
   * @param from the state it left
   * @param to the state it entered
   * @param pid the child's process id, 0 where there is none
   * @param tries the retry count, meaningful for STARTING and BACKOFF
   * @param expected whether an exit was expected, meaningful for EXITED
   */
  record ProcessStateChanged(
      ProcessId id, ProcessState from, ProcessState to, int pid, int tries, boolean expected)
      implements SupervisorEvent {
    @Override
    public EventType type() {
      return switch (to) {
        case STOPPED -> EventType.PROCESS_STATE_STOPPED;
        case STARTING -> EventType.PROCESS_STATE_STARTING;
        case RUNNING -> EventType.PROCESS_STATE_RUNNING;
        case BACKOFF -> EventType.PROCESS_STATE_BACKOFF;
        case STOPPING -> EventType.PROCESS_STATE_STOPPING;
        case EXITED -> EventType.PROCESS_STATE_EXITED;
        case FATAL -> EventType.PROCESS_STATE_FATAL;
        case UNKNOWN -> EventType.PROCESS_STATE_UNKNOWN;
      };
    }
  }

  /**
   * A process wrote to its output.
   *
   * @param id the process
   * @param pid its process id
   * @param stream which output
   * @param data the bytes; not to be modified
   */
  record ProcessLog(ProcessId id, int pid, LogStream stream, byte[] data)
      implements SupervisorEvent {
    @Override
    public EventType type() {
      return stream == LogStream.STDOUT
          ? EventType.PROCESS_LOG_STDOUT
          : EventType.PROCESS_LOG_STDERR;
    }
  }

  /**
   * A process wrote between the communication tags.
   *
   * @param id the process
   * @param pid its process id
   * @param stream which output
   * @param data the bytes between the tags; not to be modified
   */
  record ProcessCommunication(ProcessId id, int pid, LogStream stream, byte[] data)
      implements SupervisorEvent {
    @Override
    public EventType type() {
      return stream == LogStream.STDOUT
          ? EventType.PROCESS_COMMUNICATION_STDOUT
          : EventType.PROCESS_COMMUNICATION_STDERR;
    }
  }

  /**
   * A client sent an event by RPC.
   *
   * @param kind the client's own type
   * @param data the client's data
   */
  record RemoteCommunication(String kind, String data) implements SupervisorEvent {
    @Override
    public EventType type() {
      return EventType.REMOTE_COMMUNICATION;
    }
  }

  /**
   * The supervisor is up, or begins to stop.
   *
   * @param running whether it is up
   */
  record SupervisorStateChanged(boolean running) implements SupervisorEvent {
    @Override
    public EventType type() {
      return running
          ? EventType.SUPERVISOR_STATE_CHANGE_RUNNING
          : EventType.SUPERVISOR_STATE_CHANGE_STOPPING;
    }
  }

  /**
   * Time passed.
   *
   * @param period 5, 60 or 3600 seconds
   * @param when the wall-clock second, a multiple of the period
   */
  record Tick(int period, long when) implements SupervisorEvent {
    @Override
    public EventType type() {
      return switch (period) {
        case 5 -> EventType.TICK_5;
        case 60 -> EventType.TICK_60;
        default -> EventType.TICK_3600;
      };
    }
  }

  /**
   * A group was added to the running set or removed from it.
   *
   * @param group its name
   * @param added whether it was added
   */
  record ProcessGroupChanged(String group, boolean added) implements SupervisorEvent {
    @Override
    public EventType type() {
      return added ? EventType.PROCESS_GROUP_ADDED : EventType.PROCESS_GROUP_REMOVED;
    }
  }
}
