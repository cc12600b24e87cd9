package org.steward.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.Kind;
import org.steward.api.control.UpdatePlan.OptionChange;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.core.config.schema.Onset;
import org.steward.core.config.schema.SectionKind;
import org.steward.core.spi.security.Secrets;

/** Compares configurations and says what an update would do, option by option. */
public final class UpdatePlanner {
  private static final String VARIABLE = "environment.";

  private final SupervisorSnapshot snapshot;

  private UpdatePlanner(SupervisorSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The plan that leads from one to the other.
   *
   * @param running the groups that run
   * @param configured the groups as now configured
   * @param snapshot how the processes fare
   */
  public static UpdatePlan between(
      List<GroupConfig> running, List<GroupConfig> configured, SupervisorSnapshot snapshot) {
    UpdatePlanner planner = new UpdatePlanner(snapshot);
    Map<String, GroupConfig> before = byName(running);
    Map<String, GroupConfig> after = byName(configured);
    List<GroupChange> changes = new ArrayList<>();
    before.forEach(
        (name, group) -> {
          if (!after.containsKey(name)) {
            changes.add(whole(group, Kind.REMOVED));
          }
        });
    after.forEach(
        (name, group) -> {
          GroupConfig old = before.get(name);
          if (old != null && !old.equals(group)) {
            changes.add(planner.changed(old, group));
          }
        });
    after.forEach(
        (name, group) -> {
          if (!before.containsKey(name)) {
            changes.add(whole(group, Kind.ADDED));
          }
        });
    return new UpdatePlan(changes);
  }

  private static Map<String, GroupConfig> byName(List<GroupConfig> groups) {
    Map<String, GroupConfig> byName = new LinkedHashMap<>();
    groups.forEach(group -> byName.put(group.name(), group));
    return byName;
  }

  private static GroupChange whole(GroupConfig group, Kind kind) {
    List<ProcessChange> processes = new ArrayList<>();
    for (ProcessConfig process : group.processes()) {
      ProcessSettings settings = EffectiveSettings.of(group, process);
      processes.add(kind == Kind.ADDED ? comes(settings) : goes(settings));
    }
    return new GroupChange(group.name(), kind, List.of(), processes, 0);
  }

  private static ProcessChange comes(ProcessSettings settings) {
    return new ProcessChange(
        settings.id(),
        ChangeEffect.ADDED,
        options(nothing(settings.id()), settings, ChangeEffect.ADDED));
  }

  private static ProcessChange goes(ProcessSettings settings) {
    return new ProcessChange(
        settings.id(),
        ChangeEffect.REMOVED,
        options(settings, nothing(settings.id()), ChangeEffect.REMOVED));
  }

  private static ProcessSettings nothing(ProcessId id) {
    return new ProcessSettings(id, Map.of(), Map.of());
  }

  private GroupChange changed(GroupConfig running, GroupConfig wanted) {
    boolean replaced = UpdateRules.replacesGroup(running, wanted);
    List<ProcessChange> processes = new ArrayList<>();
    int untouched = 0;
    for (ProcessConfig process : wanted.processes()) {
      ProcessConfig old = find(running, process.id());
      if (old == null) {
        processes.add(comes(EffectiveSettings.of(wanted, process)));
      } else if (replaced || !old.equals(process)) {
        processes.add(
            new ProcessChange(
                process.id(),
                replaced ? replacement(process) : effect(old, process),
                options(
                    EffectiveSettings.of(running, old),
                    EffectiveSettings.of(wanted, process),
                    null)));
      } else {
        untouched++;
      }
    }
    for (ProcessConfig process : running.processes()) {
      if (find(wanted, process.id()) == null) {
        processes.add(goes(EffectiveSettings.of(running, process)));
      }
    }
    processes.sort((a, b) -> a.id().compareTo(b.id()));
    return new GroupChange(
        wanted.name(), Kind.CHANGED, priority(running, wanted), processes, untouched);
  }

  /** As Supervisor replaces a group: what is to be started by itself is started. */
  private ChangeEffect replacement(ProcessConfig wanted) {
    boolean runs =
        snapshot.process(wanted.id()).filter(process -> !process.state().isStopped()).isPresent();
    return runs ? ChangeEffect.RESTART : ChangeEffect.START;
  }

  private ChangeEffect effect(ProcessConfig running, ProcessConfig wanted) {
    ProcessSnapshot process = snapshot.process(running.id()).orElse(null);
    return process == null
        ? ChangeEffect.LIVE
        : UpdateRules.effect(running, wanted, process.state(), process.administrativeStop());
  }

  private static @Nullable ProcessConfig find(GroupConfig group, ProcessId id) {
    for (ProcessConfig process : group.processes()) {
      if (process.id().equals(id)) {
        return process;
      }
    }
    return null;
  }

  private static List<OptionChange> priority(GroupConfig running, GroupConfig wanted) {
    return running.priority() == wanted.priority()
        ? List.of()
        : List.of(
            new OptionChange(
                "priority",
                Integer.toString(running.priority()),
                Integer.toString(wanted.priority()),
                ChangeEffect.LIVE));
  }

  private static List<OptionChange> options(
      ProcessSettings before, ProcessSettings after, @Nullable ChangeEffect effect) {
    List<OptionChange> changes = new ArrayList<>();
    compare("", before.values(), after.values(), effect, changes);
    compare(VARIABLE, before.environment(), after.environment(), effect, changes);
    return changes;
  }

  private static void compare(
      String prefix,
      Map<String, String> before,
      Map<String, String> after,
      @Nullable ChangeEffect effect,
      List<OptionChange> changes) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String old = before.get(name);
      String present = after.get(name);
      if (!Objects.equals(old, present)) {
        changes.add(
            new OptionChange(
                prefix + name,
                shown(name, old),
                shown(name, present),
                effect == null ? effectOf(prefix + name) : effect));
      }
    }
  }

  private static @Nullable String shown(String name, @Nullable String value) {
    return value == null ? null : Secrets.masked(name, value);
  }

  private static ChangeEffect effectOf(String option) {
    String key = option.startsWith(VARIABLE) ? "environment" : option;
    return SectionKind.onset(key) == Onset.LIVE ? ChangeEffect.LIVE : ChangeEffect.RESTART;
  }
}
