package org.steward.api.process;

import java.util.List;

/**
 * One group at one moment.
 *
 * @param name the group's name
 * @param priority start order among groups, lowest first
 * @param processes its processes in configuration order
 */
public record GroupSnapshot(String name, int priority, List<ProcessSnapshot> processes) {
  /** Takes an immutable copy of the list. */
  public GroupSnapshot {
    processes = List.copyOf(processes);
  }
}
