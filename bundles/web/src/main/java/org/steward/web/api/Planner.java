package org.steward.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.web.api.PlanView.GroupPlan;
import org.steward.web.api.PlanView.ProcessPlan;

/** Says what an update would do, from reading the files anew. Safe on any thread. */
final class Planner {
  private final Supervisor supervisor;

  /** Keeps the name of a plan, which is made of secrets too, from telling anything of them. */
  private final String salt = UUID.randomUUID().toString();

  Planner(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /**
   * Reads the configuration files and compares.
   *
   * @throws org.steward.api.control.SupervisorFault CANT_REREAD with all that is wrong with them
   */
  PlanView plan() {
    ConfigDiff diff = supervisor.rereadConfig();
    Map<ProcessId, ProcessSettings> before = byId(supervisor.runningSettings());
    Map<ProcessId, ProcessSettings> after = byId(supervisor.readSettings());
    List<GroupPlan> groups = new ArrayList<>();
    diff.removed().forEach(name -> groups.add(group(name, "removed", before, after)));
    diff.changed().forEach(name -> groups.add(group(name, "changed", before, after)));
    diff.added().forEach(name -> groups.add(group(name, "added", before, after)));
    return new PlanView(name(groups, diff, after), List.copyOf(groups));
  }

  private static Map<ProcessId, ProcessSettings> byId(List<ProcessSettings> settings) {
    Map<ProcessId, ProcessSettings> byId = new TreeMap<>();
    settings.forEach(each -> byId.put(each.id(), each));
    return byId;
  }

  private GroupPlan group(
      String name,
      String change,
      Map<ProcessId, ProcessSettings> before,
      Map<ProcessId, ProcessSettings> after) {
    Map<ProcessId, ProcessSettings> either = new TreeMap<>(before);
    either.putAll(after);
    List<ProcessPlan> processes = new ArrayList<>();
    for (ProcessId id : either.keySet()) {
      if (id.group().equals(name)) {
        add(processes, id, before.get(id), after.get(id));
      }
    }
    return new GroupPlan(name, change, running(name), List.copyOf(processes));
  }

  private static void add(
      List<ProcessPlan> processes,
      ProcessId id,
      @Nullable ProcessSettings before,
      @Nullable ProcessSettings after) {
    ProcessSettings nothing = new ProcessSettings(id, Map.of(), Map.of());
    List<OptionChange> options =
        OptionChange.between(before == null ? nothing : before, after == null ? nothing : after);
    if (!options.isEmpty()) {
      String change = before == null ? "added" : after == null ? "removed" : "changed";
      processes.add(new ProcessPlan(id.qualifiedName(), change, options));
    }
  }

  private int running(String group) {
    return supervisor
        .snapshot()
        .group(group)
        .map(found -> found.processes().stream().filter(p -> !p.state().isStopped()).count())
        .orElse(0L)
        .intValue();
  }

  private String name(
      List<GroupPlan> groups, ConfigDiff diff, Map<ProcessId, ProcessSettings> after) {
    StringBuilder all = new StringBuilder(salt).append(diff);
    for (ProcessSettings settings : after.values()) {
      boolean part = groups.stream().anyMatch(group -> group.name().equals(settings.id().group()));
      if (part) {
        all.append(settings.id()).append(settings.values()).append(settings.environment());
      }
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
