package org.steward.core.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steward.core.posix.PosixException;

/**
 * All logs that are open, each once however many write to it: two streams with the same file must
 * agree on its size, and on its rotation. Loop only.
 */
final class LogFiles {
  private final LoopTools tools;
  private final Map<String, LogFile> open = new LinkedHashMap<>();

  LogFiles(LoopTools tools) {
    this.tools = tools;
  }

  /**
   * Opens a log, or joins those that write to it.
   *
   * @param allowance most bytes to keep for this writer where the log does not take them
   * @param onUnblocked called when the log takes bytes again
   * @throws PosixException where it cannot be opened
   */
  LogWriter open(String path, RotationRule rule, int allowance, Runnable onUnblocked) {
    tools.thread().check();
    String key = key(path);
    LogFile file = open.get(key);
    if (file == null) {
      file = new LogFile(path, tools, () -> open.remove(key));
      open.put(key, file);
    }
    return file.join(rule, allowance, onUnblocked);
  }

  void reopenAll() {
    tools.thread().check();
    List.copyOf(open.values()).forEach(LogFile::reopen);
  }

  /** Empties a log, in use or not. Throws {@link PosixException} where it cannot be removed. */
  void clear(String path) {
    tools.thread().check();
    LogFile file = open.get(key(path));
    if (file != null) {
      file.clear();
    } else if (TargetOpener.inheritedDescriptor(path) < 0) {
      new TargetOpener(tools.posix()).empty(path);
      tools.growth().changed(Growth.key(path));
    }
  }

  /** What logs did not take yet. */
  List<OutputMemory.Waiting> backlog() {
    return open.values().stream().flatMap(file -> file.backlog().stream()).toList();
  }

  /** The descriptors of logs that are no plain files. */
  List<OutputMemory.OfTarget> streams() {
    return open.values().stream().flatMap(file -> file.streams().stream()).toList();
  }

  /** Has what the logs of an earlier daemon did not take written first, once the loop runs. */
  void holdBack(List<OutputMemory.Waiting> backlog) {
    for (OutputMemory.Waiting waiting : backlog) {
      LogWriter writer = open(waiting.path(), waiting.rule(), waiting.bytes().length, () -> {});
      writer.holdBack(waiting.bytes());
      writer.close();
    }
  }

  /** Whether some log still waits for its reader. */
  boolean waitForReaders() {
    return open.values().stream().anyMatch(LogFile::waitsForReader);
  }

  /** Closes all but the given log, at the daemon's end; what they did not take is lost. */
  void abandonAllBut(String last) {
    open.forEach(
        (key, file) -> {
          if (!key.equals(key(last))) {
            file.abandon();
          }
        });
    open.keySet().removeIf(key -> !key.equals(key(last)));
  }

  void abandonAll() {
    open.values().forEach(LogFile::abandon);
    open.clear();
  }

  private static String key(String path) {
    int fd = TargetOpener.inheritedDescriptor(path);
    return fd < 0 ? path : "descriptor " + fd;
  }
}
