package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.LogTarget;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.loop.GroupSpec;
import org.steward.core.output.ActivityLog;
import org.steward.core.output.ChildLogs;

/**
 * Names and makes the log files whose target is AUTO, and removes those an earlier run left.
 * Touches files; not for the loops.
 */
final class AutoLogs {
  private final SupervisordConfig config;
  private final ActivityLog log;

  AutoLogs(SupervisordConfig config, ActivityLog log) {
    this.config = config;
    this.log = log;
  }

  /**
   * Makes a group ready: every process gets its files' names, AUTO files are created for this user
   * alone.
   */
  GroupSpec prepare(GroupConfig group) {
    Map<ProcessId, ChildLogs> logs = new HashMap<>();
    for (ProcessConfig process : group.processes()) {
      logs.put(
          process.id(),
          new ChildLogs(
              file(process, LogStream.STDOUT, process.output().stdout()),
              file(process, LogStream.STDERR, process.output().stderr())));
    }
    return new GroupSpec(group, logs);
  }

  private @Nullable String file(ProcessConfig process, LogStream stream, StreamConfig settings) {
    return switch (settings.target()) {
      case LogTarget.None() -> null;
      case LogTarget.File(String path) -> path;
      case LogTarget.Auto() -> create(process, stream);
    };
  }

  private @Nullable String create(ProcessConfig process, LogStream stream) {
    String prefix = process.id().name() + "-" + stream.label() + "---" + config.identifier() + "-";
    try {
      return Files.createTempFile(config.childLogDir(), prefix, ".log").toString();
    } catch (IOException | IllegalArgumentException e) {
      log.critical(
          "cannot create a log file for "
              + stream.label()
              + " of "
              + process.id().name()
              + " in "
              + config.childLogDir()
              + ": "
              + e);
      return null;
    }
  }

  /** Removes the AUTO files of earlier runs of this identifier. */
  void removeOld() {
    Pattern old =
        Pattern.compile(
            ".+?---" + Pattern.quote(config.identifier()) + "-\\S+\\.log\\.{0,1}\\d{0,4}");
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            config.childLogDir(), file -> old.matcher(file.getFileName().toString()).lookingAt())) {
      for (Path file : files) {
        remove(file);
      }
    } catch (IOException e) {
      log.warn("Could not clear childlog dir");
    }
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("Failed to clean up '" + file + "'");
    }
  }
}
