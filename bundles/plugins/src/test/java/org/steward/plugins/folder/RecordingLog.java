package org.steward.plugins.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Severity;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

/** Keeps the lines of the activity log. */
public final class RecordingLog implements LogAccess {
  public final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void write(Severity severity, String message) {
    lines.add(severity + " " + message);
  }

  @Override
  public Optional<Path> activityLog() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Path> processLog(ProcessId id, LogStream stream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> clearActivityLog() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> clearProcessLogs(ProcessId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Follow follow(Path log, Runnable onGrowth) {
    throw new UnsupportedOperationException();
  }
}
