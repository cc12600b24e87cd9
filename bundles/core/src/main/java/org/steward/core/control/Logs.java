package org.steward.core.control;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Severity;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.core.config.LogLevel;
import org.steward.core.loop.LoopHandle;
import org.steward.core.output.ActivityLog;
import org.steward.core.output.ChildLogs;
import org.steward.core.output.Output;

/** The logs as clients reach them. Any thread. */
final class Logs implements LogAccess {
  private final LoopHandle loop;
  private final Output output;
  private final ActivityLog log;
  private final @Nullable Path activityLog;

  /**
   * The logs of a loop.
   *
   * @param activityLog the activity log's file, null where it is none
   */
  Logs(LoopHandle loop, Output output, ActivityLog log, @Nullable Path activityLog) {
    this.loop = loop;
    this.output = output;
    this.log = log;
    this.activityLog = activityLog;
  }

  @Override
  public Optional<Path> activityLog() {
    return Optional.ofNullable(activityLog);
  }

  @Override
  public Optional<Path> processLog(ProcessId id, LogStream stream) {
    String path = process(id).log(stream);
    return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
  }

  @Override
  public CompletionStage<Void> clearActivityLog() {
    if (activityLog == null || !Files.exists(activityLog)) {
      return CompletableFuture.failedStage(new SupervisorFault(Fault.NO_FILE));
    }
    return output.clearActivityLog();
  }

  @Override
  public CompletionStage<Void> clearProcessLogs(ProcessId id) {
    ProcessSnapshot process = loop.snapshot().process(id).orElse(null);
    if (process == null) {
      return CompletableFuture.failedStage(new SupervisorFault(Fault.BAD_NAME, id.displayName()));
    }
    return output.clearLogs(
        id, new ChildLogs(orNull(process.stdoutLog()), orNull(process.stderrLog())));
  }

  @Override
  public Follow follow(Path file, Runnable onGrowth) {
    return output.follow(file, onGrowth);
  }

  @Override
  public void write(Severity severity, String message) {
    log.log(LogLevel.valueOf(severity.name()), message);
  }

  private ProcessSnapshot process(ProcessId id) {
    return loop.snapshot()
        .process(id)
        .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, id.displayName()));
  }

  private static @Nullable String orNull(String path) {
    return path.isEmpty() ? null : path;
  }
}
