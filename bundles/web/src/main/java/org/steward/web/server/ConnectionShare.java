package org.steward.web.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How many connections one listening socket may hold. Connections take file descriptors and memory,
 * and however many clients come, enough must be left to start programs with.
 */
final class ConnectionShare {
  /** What no socket goes beyond. */
  static final int MOST = 10_000;

  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final int USUAL_DESCRIPTORS = 1024;

  /** What an idle connection takes, 3.4 KB as measured, with something in hand. */
  private static final int BYTES_EACH = 6 * 1024;

  private ConnectionShare() {}

  /**
   * The share of each of so many sockets of what they have together: half of this process's
   * descriptors, and no more than fit into its heap.
   */
  static int ofEach(int sockets) {
    long together = Math.min(descriptors() / 2, Runtime.getRuntime().maxMemory() / BYTES_EACH);
    return Math.clamp(together / sockets, 1, MOST);
  }

  private static long descriptors() {
    try (Stream<String> lines = Files.lines(LIMITS)) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.substring("Max open files".length()).strip().split(" +")[0])
          .mapToLong(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
          .findFirst()
          .orElse(USUAL_DESCRIPTORS);
    } catch (IOException noProc) {
      return USUAL_DESCRIPTORS;
    }
  }
}
