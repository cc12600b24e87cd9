package org.steward.api.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Severity;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

/** Notes what is written to the activity log; there are no files. Safe on any thread. */
public class FakeLogs implements LogAccess {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** The lines that were written, each with its level before it: {@code "WARN gone"}. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void write(Severity severity, String message) {
    lines.add(severity.mark() + " " + message);
  }

  @Override
  public Optional<Path> activityLog() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> processLog(ProcessId id, LogStream stream) {
    return Optional.empty();
  }

  @Override
  public CompletionStage<Void> clearActivityLog() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> clearProcessLogs(ProcessId id) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Follow follow(Path log, Runnable onGrowth) {
    return () -> {};
  }
}
