package org.steward.core.config;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.EventType;

/** A group of processes that is added, removed and ordered as one. */
public sealed interface GroupConfig {
  /** Its name. */
  String name();

  /** Order among groups, lowest first. */
  int priority();

  /** Its processes, in configuration order. */
  List<ProcessConfig> processes();

  /** The same group with other processes. */
  GroupConfig withProcesses(List<ProcessConfig> members);

  /** The processes of one program, or of several named in a {@code [group:x]}. */
  record Programs(String name, int priority, List<ProcessConfig> processes) implements GroupConfig {
    /** Takes an immutable copy. */
    public Programs {
      processes = List.copyOf(processes);
    }

    @Override
    public GroupConfig withProcesses(List<ProcessConfig> members) {
      return new Programs(name, priority, members);
    }
  }

  /**
   * FastCGI processes that share a listening socket on descriptor 0.
   *
   * @param socket the socket
   */
  record FastCgi(String name, int priority, List<ProcessConfig> processes, SocketConfig socket)
      implements GroupConfig {
    /** Takes an immutable copy. */
    public FastCgi {
      processes = List.copyOf(processes);
    }

    @Override
    public GroupConfig withProcesses(List<ProcessConfig> members) {
      return new FastCgi(name, priority, members, socket);
    }
  }

  /**
   * A pool of event listeners.
   *
   * @param bufferSize how many events wait at most
   * @param events the types subscribed to
   * @param resultHandler the configured handler of results, null for the default one
   * @param lenInBytes whether an event's header tells its length in bytes, not in characters
   */
  record ListenerPool(
      String name,
      int priority,
      List<ProcessConfig> processes,
      int bufferSize,
      Set<EventType> events,
      @Nullable String resultHandler,
      boolean lenInBytes)
      implements GroupConfig {
    /** Takes immutable copies. */
    public ListenerPool {
      processes = List.copyOf(processes);
      events = Set.copyOf(events);
    }

    @Override
    public GroupConfig withProcesses(List<ProcessConfig> members) {
      return new ListenerPool(
          name, priority, members, bufferSize, events, resultHandler, lenInBytes);
    }
  }
}
