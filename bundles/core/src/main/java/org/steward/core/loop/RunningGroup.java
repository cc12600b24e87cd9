package org.steward.core.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessSnapshot;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.process.ProcessMachine;

/** One group of the running set. Touched on the loop only. */
final class RunningGroup {
  /** Its configuration; another one when processes are added to it or removed. */
  GroupConfig config;

  /** The shared socket of a FastCGI group, null for any other. */
  @Nullable FastCgiSocket socket;

  private final Map<String, Supervised> processes = new LinkedHashMap<>();
  private final List<Supervised> byPriority;
  private final RunningSet owner;
  private @Nullable GroupSnapshot snapshot;

  RunningGroup(GroupSpec spec, RunningSet owner) {
    this.owner = owner;
    config = spec.config();
    for (ProcessConfig process : config.processes()) {
      processes.put(process.id().name(), supervised(process, spec));
    }
    byPriority = new ArrayList<>(processes.values());
    sort();
  }

  private Supervised supervised(ProcessConfig process, GroupSpec spec) {
    ChildLogs logs = spec.logs().getOrDefault(process.id(), ChildLogs.NONE);
    return new Supervised(new ProcessMachine(process), this, logs);
  }

  private void sort() {
    byPriority.sort(Comparator.comparingInt(p -> p.machine.config().start().priority()));
  }

  /** Adds processes it has none of the same name of; returns them. */
  List<Supervised> add(GroupSpec members) {
    List<Supervised> added = new ArrayList<>();
    for (ProcessConfig process : members.config().processes()) {
      Supervised supervised = supervised(process, members);
      processes.put(process.id().name(), supervised);
      byPriority.add(supervised);
      added.add(supervised);
    }
    sort();
    membersChanged();
    return added;
  }

  /** Removes a process. */
  void remove(Supervised process) {
    processes.remove(process.machine.id().name());
    byPriority.remove(process);
    membersChanged();
  }

  /** Has its own options and the order of its processes follow another configuration. */
  void arrange(GroupConfig wanted) {
    config = wanted;
    Map<String, Supervised> present = new LinkedHashMap<>(processes);
    processes.clear();
    for (ProcessConfig process : wanted.processes()) {
      String name = process.id().name();
      Supervised member = present.remove(name);
      if (member != null) {
        processes.put(name, member);
      }
    }
    processes.putAll(present);
    memberConfigured();
  }

  /** Notes that one of its processes is configured otherwise. */
  void memberConfigured() {
    sort();
    membersChanged();
  }

  private void membersChanged() {
    config =
        config.withProcesses(processes.values().stream().map(p -> p.machine.config()).toList());
    snapshot = null;
    owner.noteMembersChange();
  }

  String name() {
    return config.name();
  }

  /** Its processes, lowest priority first. */
  List<Supervised> processes() {
    return byPriority;
  }

  @Nullable Supervised process(String name) {
    return processes.get(name);
  }

  boolean isStopped() {
    for (Supervised process : byPriority) {
      if (!process.machine.state().isStopped()) {
        return false;
      }
    }
    return true;
  }

  void changed() {
    snapshot = null;
    owner.noteChange();
  }

  GroupSnapshot snapshot() {
    GroupSnapshot present = snapshot;
    if (present == null) {
      List<ProcessSnapshot> taken = new ArrayList<>(byPriority.size());
      for (Supervised process : byPriority) {
        taken.add(process.snapshot());
      }
      present = new GroupSnapshot(name(), config.priority(), taken);
      snapshot = present;
    }
    return present;
  }
}
