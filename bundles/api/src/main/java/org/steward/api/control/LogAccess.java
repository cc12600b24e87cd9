package org.steward.api.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

/**
 * The log files of the daemon and its children. Methods may be called on any thread; reading itself
 * is done by the caller, from the files named here.
 */
@ProviderType
public interface LogAccess {
  /** The daemon's own activity log; empty where it is not a file. */
  Optional<Path> activityLog();

  /**
   * The log file of a process's stream; empty where output is not kept in a readable file.
   *
   * @throws SupervisorFault BAD_NAME for an unknown process
   */
  Optional<Path> processLog(ProcessId id, LogStream stream);

  /**
   * Empties the activity log. Fails with NO_FILE where there is none, FAILED where it cannot be
   * removed.
   */
  CompletionStage<Void> clearActivityLog();

  /** Removes both logs of a process, but not their backups, and opens them anew. */
  CompletionStage<Void> clearProcessLogs(ProcessId id);

  /**
   * Calls {@code onGrowth} whenever bytes were appended to the file, or the file was replaced,
   * until the returned handle is closed. Calls come on the output loop and must only hand the
   * notice on.
   */
  Follow follow(Path log, Runnable onGrowth);

  /**
   * Writes a line to the activity log, if its level is severe enough for the log. Never waits; the
   * line is in the file soon after.
   *
   * @param message the line, without time, level and newline
   */
  void write(Severity severity, String message);

  /** A subscription to a log's growth. */
  @ProviderType
  interface Follow extends AutoCloseable {
    /** Ends it. A call that has begun may still go on. */
    @Override
    void close();
  }
}
