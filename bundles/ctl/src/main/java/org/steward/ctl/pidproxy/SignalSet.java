package org.steward.ctl.pidproxy;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The signals pidproxy takes: those it passes on, and SIGCHLD. Numbers are Linux's on x86-64 and
 * aarch64.
 */
final class SignalSet {

  static final int HUP = 1;
  static final int INT = 2;
  static final int QUIT = 3;
  static final int USR1 = 10;
  static final int USR2 = 12;
  static final int TERM = 15;
  static final int CHLD = 17;

  /** Size of glibc's sigset_t. */
  static final int BYTES = 128;

  private static final int[] TAKEN = {HUP, INT, QUIT, USR1, USR2, TERM, CHLD};
  private static final String BLOCKED = "SigBlk:";

  private SignalSet() {}

  private static long mask() {
    long mask = 0;
    for (int signal : TAKEN) {
      mask |= 1L << signal - 1;
    }
    return mask;
  }

  /** {@return the set in native memory} */
  static MemorySegment allocate(Libc libc) {
    MemorySegment set = libc.allocate(BYTES);
    set.set(JAVA_LONG, 0, mask());
    return set;
  }

  /** {@return whether this thread, and so each that was started by it, has all of them blocked} */
  static boolean isBlocked() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/thread-self/status"))) {
      if (line.startsWith(BLOCKED)) {
        long blocked = Long.parseUnsignedLong(line.substring(BLOCKED.length()).strip(), 16);
        return (blocked & mask()) == mask();
      }
    }
    return false;
  }
}
