package org.steward.samples.memmon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells how much memory a process holds. */
@FunctionalInterface
interface Memory {
  /**
   * Resident bytes, 0 if there is no such process.
   *
   * @param withDescendants whether to add those of its descendants
   */
  long resident(int pid, boolean withDescendants);

  /** As the kernel tells, see proc(5). */
  static Memory ofTheKernel() {
    Pattern resident = Pattern.compile("^VmRSS:\\s+(\\d+) kB$", Pattern.MULTILINE);
    return (pid, withDescendants) ->
        ProcessHandle.of(pid).stream()
                .flatMap(
                    process ->
                        withDescendants
                            ? Stream.concat(Stream.of(process), process.descendants())
                            : Stream.of(process))
                .mapToLong(process -> kilobytes(process.pid(), resident))
                .sum()
            << 10;
  }

  private static long kilobytes(long pid, Pattern resident) {
    try {
      Matcher found = resident.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
