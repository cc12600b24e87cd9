package org.steward.core.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /proc/PID/stat} tells of a process.
 *
 * @param parent its parent
 * @param group its process group
 * @param session its session
 * @param startTime when it started, in clock ticks since boot
 * @param zombie whether it has ended and was not reaped
 * @param exitCode how it ended, as of wait(2); 0 while it lives, or where that is hidden
 */
record ProcStat(int parent, int group, int session, long startTime, boolean zombie, int exitCode) {
  private static final int FIRST_AFTER_NAME = 3;
  private static final int PARENT = 4;
  private static final int GROUP = 5;
  private static final int SESSION = 6;
  private static final int START_TIME = 22;
  private static final int EXIT_CODE = 52;

  /**
   * How a process ended that was not reaped yet; null where there is none, or it may not be seen.
   */
  static @Nullable ExitStatus exitStatus(int pid) {
    ProcStat stat = of(pid);
    if (stat == null || !stat.zombie) {
      return null;
    }
    boolean maybeHidden = stat.exitCode == 0 && !ProcDescriptors.mayLookInto(pid);
    return maybeHidden ? null : ExitStatus.ofWaitStatus(stat.exitCode);
  }

  /** A process's; null where there is none. */
  static @Nullable ProcStat of(int pid) {
    try {
      // The second field is the program's name in parentheses and may hold anything.
      String stat =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return new ProcStat(
          Integer.parseInt(fields[PARENT - FIRST_AFTER_NAME]),
          Integer.parseInt(fields[GROUP - FIRST_AFTER_NAME]),
          Integer.parseInt(fields[SESSION - FIRST_AFTER_NAME]),
          Long.parseLong(fields[START_TIME - FIRST_AFTER_NAME]),
          fields[0].equals("Z"),
          Integer.parseInt(fields[EXIT_CODE - FIRST_AFTER_NAME].strip()));
    } catch (IOException gone) {
      return null;
    }
  }
}
