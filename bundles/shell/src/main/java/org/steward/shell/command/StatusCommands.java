package org.steward.shell.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessDescription;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;

/** Commands that look. */
@Component(service = StatusCommands.class)
@GogoCommand(
    scope = Commands.SCOPE,
    function = {"avail", "pid", "status", "version"})
public final class StatusCommands {
  private static final int SOME_STOPPED = 3;
  private static final int NOT_RUNNING = 7;

  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public StatusCommands(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** A line for each process; fails with status 3 if one is not running, as supervisorctl does. */
  @Descriptor("show the state of processes; of all without names")
  public void status(@Descriptor("name, group:* or all") String... names) throws CommandFailure {
    List<ProcessSnapshot> shown = new ArrayList<>();
    for (String name : names.length == 0 ? new String[] {"all"} : names) {
      shown.addAll(Target.find(supervisor.snapshot(), name));
    }
    long now = Instant.now().getEpochSecond();
    Table table = new Table();
    for (ProcessSnapshot process : shown) {
      table.row(
          process.id().displayName(),
          process.state().name(),
          ProcessDescription.of(process, now, ZoneId.systemDefault()));
    }
    table.print(Run.out());
    if (shown.stream().map(ProcessSnapshot::state).anyMatch(ProcessState::isStopped)) {
      Run.endWith(SOME_STOPPED);
    }
  }

  /** The daemon's process id. */
  @Descriptor("show the process id of supervisord")
  public void pid() {
    Run.out().println(supervisor.pid());
  }

  /** The process ids of programs; fails if one is not running. */
  @Descriptor("show the process ids of programs, 0 for one that does not run")
  public void pid(@Descriptor("name, group:* or all") String... names) throws CommandFailure {
    boolean missing = false;
    for (String name : names) {
      for (ProcessSnapshot process : Target.find(supervisor.snapshot(), name)) {
        Run.out().println(process.pid());
        missing |= process.pid() == 0;
      }
    }
    if (missing) {
      Run.endWith(NOT_RUNNING);
    }
  }

  /** The versions. */
  @Descriptor("show the version of this software")
  public void version() {
    Run.out().println(supervisor.version());
  }

  /** What is configured. */
  @Descriptor("list all configured processes, whether each is in use, and its priorities")
  public void avail() {
    Table table = new Table();
    for (ConfigInfo config : supervisor.configInfo()) {
      table.row(
          config.id().displayName(),
          config.inUse() ? "in use" : "avail",
          Boolean.TRUE.equals(config.values().get("autostart")) ? "auto" : "manual",
          config.groupPriority() + ":" + config.values().get("process_prio"));
    }
    table.print(Run.out());
  }
}
