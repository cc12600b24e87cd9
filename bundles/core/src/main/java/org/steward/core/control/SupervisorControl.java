package org.steward.core.control;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.Fault;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.LogAccess;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpgradeReport;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.EffectiveSettings;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.loop.CommandResolver;
import org.steward.core.loop.GroupSpec;
import org.steward.core.loop.LoopHandle;
import org.steward.core.loop.Rim;
import org.steward.core.loop.Selection;

/** The control facade: turns calls of any thread into messages for the loop. */
public final class SupervisorControl implements Supervisor {
  private final LoopHandle loop;
  private final ConfigurationDesk desk;
  private final UpgradeDesk upgrades;
  private final CommandResolver commands;
  private final LogAccess logs;
  private final Identity identity;
  private final Updates updates;

  /**
   * A facade.
   *
   * @param loop the loop that decides
   * @param desks where things are done that take time
   * @param commands finds the files of commands
   * @param rim where logs are kept
   * @param identity who the daemon is
   */
  public SupervisorControl(
      LoopHandle loop, Desks desks, CommandResolver commands, Rim rim, Identity identity) {
    this.loop = loop;
    this.desk = desks.configuration();
    this.upgrades = desks.upgrades();
    this.commands = commands;
    this.logs = new Logs(loop, rim.output(), rim.log(), identity.activityLog());
    this.identity = identity;
    this.updates = new Updates(loop, desk, this);
  }

  /** Where things are done that take time, on the caller's thread or another. */
  public record Desks(ConfigurationDesk configuration, UpgradeDesk upgrades) {}

  /**
   * Who the daemon is.
   *
   * @param activityLog its activity log's file, null where it is none
   */
  public record Identity(String identifier, int pid, String version, @Nullable Path activityLog) {}

  @Override
  public SupervisorSnapshot snapshot() {
    return loop.snapshot();
  }

  @Override
  public String identifier() {
    return identity.identifier();
  }

  @Override
  public int pid() {
    return identity.pid();
  }

  @Override
  public String version() {
    return identity.version();
  }

  @Override
  public LogAccess logs() {
    return logs;
  }

  @Override
  public CompletionStage<Void> startProcess(ProcessId id, boolean wait) {
    return nothing(start(new Selection.One(id), wait));
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startGroup(String group, boolean wait) {
    return start(new Selection.Group(group), wait);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startAll(boolean wait) {
    return start(new Selection.All(), wait);
  }

  @Override
  public CompletionStage<Void> stopProcess(ProcessId id, boolean wait) {
    return nothing(loop.stop(new Selection.One(id), wait));
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopGroup(String group, boolean wait) {
    return loop.stop(new Selection.Group(group), wait);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopAll(boolean wait) {
    return loop.stop(new Selection.All(), wait);
  }

  @Override
  public CompletionStage<Void> signalProcess(ProcessId id, int signal) {
    return nothing(loop.signal(new Selection.One(id), signal));
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalGroup(String group, int signal) {
    return loop.signal(new Selection.Group(group), signal);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalAll(int signal) {
    return loop.signal(new Selection.All(), signal);
  }

  @Override
  public CompletionStage<Void> sendStdin(ProcessId id, byte[] bytes) {
    return loop.sendStdin(id, bytes.clone());
  }

  @Override
  public CompletionStage<Void> sendRemoteCommEvent(String type, String data) {
    return loop.publish(new RemoteCommunication(type, data));
  }

  @Override
  public ConfigDiff rereadConfig() {
    refuseOnLoop();
    if (snapshot().state() != SupervisorState.RUNNING) {
      throw new SupervisorFault(Fault.SHUTDOWN_STATE);
    }
    return desk.reread(loop.runningGroups());
  }

  @Override
  public List<ConfigInfo> configInfo() {
    return desk.info(loop.runningGroups());
  }

  @Override
  public List<ProcessSettings> runningSettings() {
    return EffectiveSettings.of(loop.runningGroups());
  }

  @Override
  public List<ProcessSettings> readSettings() {
    return desk.settings();
  }

  @Override
  public UpdatePlan updatePlan() {
    return updates.plan();
  }

  @Override
  public CompletionStage<List<GroupUpdate>> update(Collection<String> groups) {
    refuseOnLoop();
    return updates.apply(groups);
  }

  @Override
  public CompletionStage<Void> addGroup(String group) {
    refuseOnLoop();
    if (snapshot().group(group).isPresent()) {
      boolean known = desk.isConfigured(group);
      return CompletableFuture.failedStage(
          new SupervisorFault(known ? Fault.ALREADY_ADDED : Fault.BAD_NAME, group));
    }
    return desk.prepare(group)
        .map(loop::addGroup)
        .orElseGet(() -> CompletableFuture.failedStage(new SupervisorFault(Fault.BAD_NAME, group)));
  }

  @Override
  public CompletionStage<Void> removeGroup(String group) {
    return loop.removeGroup(group);
  }

  @Override
  public CompletionStage<Void> addProgram(
      String group, String program, Map<String, String> options) {
    refuseOnLoop();
    GroupConfig config = running(group);
    if (config == null) {
      return CompletableFuture.failedStage(new SupervisorFault(Fault.BAD_NAME, "group: " + group));
    }
    GroupSpec members;
    try {
      members = desk.prepareProgram(config, program, options);
    } catch (SupervisorFault e) {
      return CompletableFuture.failedStage(e);
    }
    return loop.addProcesses(members);
  }

  @Override
  public CompletionStage<Void> removeProcess(ProcessId id) {
    return loop.removeProcess(id);
  }

  @Override
  public CompletionStage<Void> shutdown() {
    return loop.end(SupervisorState.SHUTDOWN);
  }

  @Override
  public CompletionStage<Void> restart() {
    return loop.end(SupervisorState.RESTARTING);
  }

  @Override
  public CompletionStage<Void> upgrade() {
    refuseOnLoop();
    return snapshot().state() == SupervisorState.RUNNING
        ? upgrades.check().thenCompose(ready -> loop.freeze())
        : CompletableFuture.failedStage(new SupervisorFault(Fault.SHUTDOWN_STATE));
  }

  @Override
  public UpgradeReport lastUpgrade() {
    return upgrades.last();
  }

  private CompletionStage<List<ProcessOutcome>> start(Selection selection, boolean wait) {
    return loop.start(selection, wait, commands.unstartable(startable(selection)));
  }

  @SuppressWarnings("NullAway") // a Void stage completes with null
  private static CompletionStage<Void> nothing(CompletionStage<List<ProcessOutcome>> outcomes) {
    return outcomes.thenApply(ignored -> null);
  }

  /**
   * Those whose commands are looked at before the loop is asked: a client that asks for a program
   * that is not there is told so, and no retry is begun.
   */
  private List<ProcessConfig> startable(Selection selection) {
    SupervisorSnapshot now = snapshot();
    return loop.runningGroups().stream()
        .flatMap(group -> group.processes().stream())
        .filter(
            process ->
                switch (selection) {
                  case Selection.One(ProcessId id) -> process.id().equals(id);
                  case Selection.Group(String name) ->
                      process.id().group().equals(name) && !isRunning(now, process.id());
                  case Selection.All() -> !isRunning(now, process.id());
                })
        .toList();
  }

  private static boolean isRunning(SupervisorSnapshot now, ProcessId id) {
    return now.process(id).map(process -> process.state().isRunning()).orElse(false);
  }

  private @Nullable GroupConfig running(String name) {
    for (GroupConfig group : loop.runningGroups()) {
      if (group.name().equals(name)) {
        return group;
      }
    }
    return null;
  }

  private void refuseOnLoop() {
    if (loop.isLoopThread()) {
      throw new IllegalStateException("blocking call on the supervision loop");
    }
  }
}
