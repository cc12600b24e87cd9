package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.LogTarget;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.journal.LivingChild;
import org.steward.core.journal.Survivor;
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
  private final Map<ProcessId, Survivor> survivors;

  /**
   * The files of a daemon.
   *
   * @param survivors what an earlier daemon left, by process: the AUTO files of children that live
   *     are kept
   */
  AutoLogs(SupervisordConfig config, ActivityLog log, Map<ProcessId, Survivor> survivors) {
    this.config = config;
    this.log = log;
    this.survivors = survivors;
  }

  /**
   * Makes a group ready: every process gets its files' names, AUTO files are created for this user
   * alone.
   */
  GroupSpec prepare(GroupConfig group) {
    return prepare(group, Map.of(), Map.of());
  }

  /** Makes a group ready that takes a running one's place, and goes on with these AUTO files. */
  GroupSpec prepareUpdate(GroupConfig group, Map<ProcessId, ChildLogs> kept) {
    return prepare(group, Map.of(), kept);
  }

  /** Makes a group ready that goes on where an earlier daemon left it. */
  GroupSpec prepareSurviving(GroupConfig group) {
    return prepare(group, survivors, Map.of());
  }

  private GroupSpec prepare(
      GroupConfig group, Map<ProcessId, Survivor> before, Map<ProcessId, ChildLogs> kept) {
    Map<ProcessId, ChildLogs> logs = new HashMap<>();
    Map<ProcessId, Survivor> surviving = new HashMap<>();
    for (ProcessConfig process : group.processes()) {
      Survivor survivor = before.get(process.id());
      ChildLogs old = kept.getOrDefault(process.id(), logsOf(survivor));
      OutputConfig output = process.output();
      logs.put(
          process.id(),
          new ChildLogs(
              file(process, LogStream.STDOUT, output.stdout(), old.stdout()),
              file(process, LogStream.STDERR, output.stderr(), old.stderr())));
      if (survivor != null) {
        surviving.put(process.id(), survivor);
      }
    }
    return new GroupSpec(group, logs, surviving);
  }

  private static ChildLogs logsOf(@Nullable Survivor survivor) {
    LivingChild child = survivor == null ? null : survivor.child();
    return child == null
        ? ChildLogs.NONE
        : new ChildLogs(child.intent().stdoutLog(), child.intent().stderrLog());
  }

  private @Nullable String file(
      ProcessConfig process, LogStream stream, StreamConfig settings, @Nullable String old) {
    return switch (settings.target()) {
      case LogTarget.None() -> null;
      case LogTarget.File(String path) -> path;
      case LogTarget.Auto() -> old == null ? create(process, stream) : old;
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

  /** Removes the AUTO files of earlier runs of this identifier, but those still written to. */
  void removeOld() {
    List<String> kept = keptFiles();
    Pattern old =
        Pattern.compile(
            ".+?---" + Pattern.quote(config.identifier()) + "-\\S+\\.log\\.{0,1}\\d{0,4}");
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            config.childLogDir(), file -> old.matcher(file.getFileName().toString()).lookingAt())) {
      for (Path file : files) {
        if (kept.stream().noneMatch(file.toString()::startsWith)) {
          remove(file);
        }
      }
    } catch (IOException e) {
      log.warn("Could not clear childlog dir");
    }
  }

  private List<String> keptFiles() {
    List<String> kept = new ArrayList<>();
    for (Survivor survivor : survivors.values()) {
      ChildLogs logs = logsOf(survivor);
      if (logs.stdout() != null) {
        kept.add(logs.stdout());
      }
      if (logs.stderr() != null) {
        kept.add(logs.stderr());
      }
    }
    return kept;
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("Failed to clean up '" + file + "'");
    }
  }
}
