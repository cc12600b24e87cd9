package org.steward.core.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;

/** The groups the supervisor looks after, by priority. Touched on the loop only. */
final class RunningSet {
  private final Map<String, RunningGroup> byName = new HashMap<>();
  private final List<RunningGroup> byPriority = new ArrayList<>();
  private final List<Supervised> leftovers = new ArrayList<>();
  private boolean membersChanged = true;
  private boolean changed;

  /** The groups, lowest priority first; among equals the one added first. */
  List<RunningGroup> groups() {
    return byPriority;
  }

  @Nullable RunningGroup group(String name) {
    return byName.get(name);
  }

  @Nullable Supervised process(ProcessId id) {
    RunningGroup group = byName.get(id.group());
    return group == null ? null : group.process(id.name());
  }

  void add(RunningGroup group) {
    byName.put(group.name(), group);
    int at = byPriority.size();
    while (at > 0 && byPriority.get(at - 1).config.priority() > group.config.priority()) {
      at--;
    }
    byPriority.add(at, group);
    membersChanged = true;
  }

  /** Puts a group where its priority says, which may have changed. */
  void arrange(RunningGroup group) {
    byPriority.remove(group);
    add(group);
  }

  void remove(RunningGroup group) {
    byName.remove(group.name());
    byPriority.remove(group);
    membersChanged = true;
  }

  /** Notes that some process's snapshot no longer tells the truth. */
  void noteChange() {
    changed = true;
  }

  /** Notes that some group has other processes than before. */
  void noteMembersChange() {
    membersChanged = true;
  }

  /** Whether any process changed since the last call. */
  boolean takeChanged() {
    boolean any = changed;
    changed = false;
    return any;
  }

  /** Whether groups, or processes of groups, came or went since the last call. */
  boolean takeMembersChanged() {
    boolean changed = membersChanged;
    membersChanged = false;
    return changed;
  }

  /** Those that are looked after until they have stopped. */
  List<Supervised> leftovers() {
    return leftovers;
  }

  /** Adds a process that is looked after until it has stopped, and shown to nobody. */
  void addLeftover(Supervised process) {
    leftovers.add(process);
  }

  /** Takes out the one of that name, null for none. */
  @Nullable Supervised takeLeftover(ProcessId id) {
    for (Supervised leftover : leftovers) {
      if (leftover.machine.id().equals(id)) {
        leftovers.remove(leftover);
        return leftover;
      }
    }
    return null;
  }

  /** Forgets one that has stopped; returns whether it was one. */
  boolean removeLeftover(Supervised process) {
    return !leftovers.isEmpty() && leftovers.remove(process);
  }

  /** The processes that are not stopped, leftovers first, then by group and priority. */
  List<Supervised> unstopped() {
    List<Supervised> found = new ArrayList<>();
    for (Supervised leftover : leftovers) {
      if (!leftover.machine.state().isStopped()) {
        found.add(leftover);
      }
    }
    for (RunningGroup group : byPriority) {
      for (Supervised process : group.processes()) {
        if (!process.machine.state().isStopped()) {
          found.add(process);
        }
      }
    }
    return found;
  }
}
