package org.steward.core.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for processes by the environment they were started with. */
final class ProcEnvironments {
  private static final Path PROC = Path.of("/proc");

  private ProcEnvironments() {}

  /** See {@link Survival#findLeader}. */
  static int findLeader(String entry) {
    int found = 0;
    long earliest = Long.MAX_VALUE;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
      for (Path process : processes) {
        int pid = Integer.parseInt(process.getFileName().toString());
        ProcStat stat = has(process, entry) ? ProcStat.of(pid) : null;
        if (stat != null && stat.group() == pid && stat.startTime() < earliest) {
          found = pid;
          earliest = stat.startTime();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return found;
    }
    return found;
  }

  /** Whether the process was started with that entry in its environment. */
  static boolean has(Path process, String entry) {
    try {
      String all = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
      return ("\0" + all).contains("\0" + entry + "\0");
    } catch (IOException goneOrForbidden) {
      return false;
    }
  }
}
