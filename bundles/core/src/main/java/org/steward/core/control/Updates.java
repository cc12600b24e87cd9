package org.steward.core.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.LogTarget;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.UpdatePlanner;
import org.steward.core.config.UpdateRules;
import org.steward.core.loop.LoopHandle;
import org.steward.core.output.ChildLogs;

/**
 * Has the running set follow the configuration as last read, one group after the other. What cannot
 * be done to one keeps nothing from the others. Any thread but the loop.
 */
final class Updates {
  private final LoopHandle loop;
  private final ConfigurationDesk desk;
  private final Supervisor supervisor;

  Updates(LoopHandle loop, ConfigurationDesk desk, Supervisor supervisor) {
    this.loop = loop;
    this.desk = desk;
    this.supervisor = supervisor;
  }

  UpdatePlan plan() {
    return UpdatePlanner.between(loop.runningGroups(), desk.configured(), loop.snapshot());
  }

  CompletionStage<List<GroupUpdate>> apply(Collection<String> groups) {
    CompletionStage<List<GroupUpdate>> all = CompletableFuture.completedStage(new ArrayList<>());
    UpdatePlan plan =
        UpdatePlanner.between(
            named(loop.runningGroups(), groups), named(desk.configured(), groups), loop.snapshot());
    for (GroupChange change : plan.groups()) {
      all = all.thenCompose(done -> apply(change).handle((ok, why) -> with(done, change, why)));
    }
    return all;
  }

  private static List<GroupConfig> named(List<GroupConfig> all, Collection<String> names) {
    return all.stream().filter(group -> names.contains(group.name())).toList();
  }

  private static List<GroupUpdate> with(
      List<GroupUpdate> done, GroupChange change, @Nullable Throwable failure) {
    Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
    done.add(new GroupUpdate(change, why == null ? null : String.valueOf(why.getMessage())));
    return done;
  }

  private CompletionStage<Void> apply(GroupChange change) {
    return switch (change.kind()) {
      case ADDED -> supervisor.addGroup(change.group());
      case REMOVED -> remove(change.group());
      case CHANGED -> change(change.group());
    };
  }

  private CompletionStage<Void> change(String group) {
    GroupConfig running = named(loop.runningGroups(), group);
    GroupConfig wanted = named(desk.configured(), group);
    if (running == null || wanted == null) {
      return CompletableFuture.failedStage(new SupervisorFault(Fault.BAD_NAME, group));
    }
    if (UpdateRules.replacesGroup(running, wanted)) {
      return remove(group).thenCompose(gone -> supervisor.addGroup(group));
    }
    return desk.prepareUpdate(group, autoLogs(running))
        .map(loop::updateGroup)
        .orElseGet(() -> CompletableFuture.failedStage(new SupervisorFault(Fault.BAD_NAME, group)));
  }

  private CompletionStage<Void> remove(String group) {
    return supervisor.stopGroup(group, true).thenCompose(stopped -> removeStopped(group, stopped));
  }

  private CompletionStage<Void> removeStopped(String group, List<ProcessOutcome> stopped) {
    for (ProcessOutcome outcome : stopped) {
      if (outcome.status() == Fault.FAILED) {
        return CompletableFuture.failedStage(
            new SupervisorFault(
                Fault.FAILED, outcome.id().displayName() + " could not be stopped"));
      }
    }
    return supervisor.removeGroup(group);
  }

  private static @Nullable GroupConfig named(List<GroupConfig> groups, String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst().orElse(null);
  }

  private Map<ProcessId, ChildLogs> autoLogs(GroupConfig running) {
    Map<ProcessId, ChildLogs> kept = new HashMap<>();
    for (ProcessConfig process : running.processes()) {
      ProcessSnapshot snapshot = loop.snapshot().process(process.id()).orElse(null);
      if (snapshot != null) {
        kept.put(
            process.id(),
            new ChildLogs(
                auto(process.output().stdout(), snapshot.log(LogStream.STDOUT)),
                auto(process.output().stderr(), snapshot.log(LogStream.STDERR))));
      }
    }
    return kept;
  }

  private static @Nullable String auto(StreamConfig stream, String path) {
    return stream.target() instanceof LogTarget.Auto && !path.isEmpty() ? path : null;
  }
}
