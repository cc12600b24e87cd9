package org.steward.samples.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has used.
 *
 * @param cpu processor time since its start
 * @param memory bytes it holds now
 */
record Use(Duration cpu, long memory) {
  private static final Pattern RESIDENT =
      Pattern.compile("^VmRSS:\\s+(\\d+) kB$", Pattern.MULTILINE);

  /** Tells what a process has used; empty where there is none. */
  @FunctionalInterface
  interface Meter {
    Optional<Use> of(int pid);
  }

  /** As the kernel tells. */
  static Optional<Use> byKernel(int pid) {
    try {
      Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      long memory = found.find() ? Long.parseLong(found.group(1)) << 10 : 0;
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().totalCpuDuration())
          .map(cpu -> new Use(cpu, memory));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
