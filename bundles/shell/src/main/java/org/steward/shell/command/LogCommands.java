package org.steward.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Supervisor;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;

/** Commands about logs. */
@Component(service = LogCommands.class)
@GogoCommand(
    scope = Commands.SCOPE,
    function = {"clear", "maintail", "tail"})
public final class LogCommands {
  private static final String FOLLOW = "follow the log, until Ctrl-C";
  private static final String BYTES = "how many bytes of its end to show";

  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public LogCommands(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** The end of a process's standard output. */
  @Descriptor("show the end of what a process wrote to its standard output")
  public void tail(
      @Descriptor(FOLLOW)
          @Parameter(
              names = {"-f", "--follow"},
              absentValue = "false",
              presentValue = "true")
          boolean follow,
      @Descriptor(BYTES)
          @Parameter(
              names = {"-c", "--bytes"},
              absentValue = "1600")
          int bytes,
      @Descriptor("name of the process") String name)
      throws CommandFailure, IOException, InterruptedException {
    tail(follow, bytes, name, LogStream.STDOUT.label());
  }

  /** The end of a process's standard output or error. */
  @Descriptor("show the end of what a process wrote to its standard output or error")
  public void tail(
      @Descriptor(FOLLOW)
          @Parameter(
              names = {"-f", "--follow"},
              absentValue = "false",
              presentValue = "true")
          boolean follow,
      @Descriptor(BYTES)
          @Parameter(
              names = {"-c", "--bytes"},
              absentValue = "1600")
          int bytes,
      @Descriptor("name of the process") String name,
      @Descriptor("stdout or stderr") String stream)
      throws CommandFailure, IOException, InterruptedException {
    if (!(Target.parse(name) instanceof Target.One(ProcessId id))) {
      throw new CommandFailure(CommandFailure.USAGE, "expected the name of one process");
    }
    show(supervisor.logs().processLog(id, stream(stream)), bytes, follow);
  }

  private static LogStream stream(String word) throws CommandFailure {
    try {
      return LogStream.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new CommandFailure(
          CommandFailure.USAGE, "expected stdout or stderr, not '" + word + "'");
    }
  }

  /** The end of the daemon's own log. */
  @Descriptor("show the end of supervisord's own log")
  public void maintail(
      @Descriptor(FOLLOW)
          @Parameter(
              names = {"-f", "--follow"},
              absentValue = "false",
              presentValue = "true")
          boolean follow,
      @Descriptor(BYTES)
          @Parameter(
              names = {"-c", "--bytes"},
              absentValue = "1600")
          int bytes)
      throws CommandFailure, IOException, InterruptedException {
    show(supervisor.logs().activityLog(), bytes, follow);
  }

  private void show(Optional<Path> log, int bytes, boolean follow)
      throws CommandFailure, IOException, InterruptedException {
    Path file =
        log.orElseThrow(() -> new CommandFailure(CommandFailure.GENERIC, "ERROR (no log file)"));
    try (LogEnd end = new LogEnd(file, Run.out())) {
      end.showLast(bytes);
      if (follow) {
        end.follow(supervisor.logs());
      }
    }
  }

  /** Empties logs. */
  @Descriptor("empty the logs of processes")
  public void clear(@Descriptor("name, group:* or all") String... names)
      throws CommandFailure, InterruptedException {
    boolean failed = false;
    for (String name : names) {
      for (ProcessSnapshot process : Target.find(supervisor.snapshot(), name)) {
        failed |= !cleared(process.id());
      }
    }
    if (failed) {
      Run.endWith(CommandFailure.GENERIC);
    } else if (names.length == 0) {
      throw new CommandFailure(
          CommandFailure.USAGE, "expected names of processes, <group>:* or all");
    }
  }

  private boolean cleared(ProcessId id) throws InterruptedException {
    CompletionStage<Void> done = supervisor.logs().clearProcessLogs(id);
    try {
      Run.await(done);
      Run.out().println(id.displayName() + ": cleared");
      return true;
    } catch (org.steward.api.control.SupervisorFault fault) {
      Run.out().println(id.displayName() + ": ERROR (" + Words.of(fault.fault()) + ")");
      return false;
    }
  }
}
