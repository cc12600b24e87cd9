package org.steward.ctl.pidproxy;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The command that was started. */
final class Child {

  /** Larger than posix_spawnattr_t and posix_spawn_file_actions_t are anywhere. */
  private static final int OPAQUE = 1024;

  private static final int SETSIGDEF = 0x04;
  private static final int SETSIGMASK = 0x08;
  private static final int FIRST_FD_TO_CLOSE = 3;
  private static final int WNOHANG = 1;

  private final Libc libc;
  private final int pid;

  private Child(Libc libc, int pid) {
    this.libc = libc;
    this.pid = pid;
  }

  /**
   * Starts a command with all signals at their defaults, none blocked, and only the standard
   * streams open.
   *
   * @param command the program's path, not searched for, and its arguments
   * @throws IOException if it cannot be started
   */
  static Child start(Libc libc, List<String> command) throws IOException {
    String program = command.getFirst();
    MemorySegment attributes = attributes(libc);
    MemorySegment actions = libc.allocate(OPAQUE);
    libc.call("posix_spawn_file_actions_init", actions.address());
    libc.call("posix_spawn_file_actions_addclosefrom_np", actions.address(), FIRST_FD_TO_CLOSE);
    MemorySegment pid = libc.allocate(Long.BYTES);
    int error =
        libc.call(
            "posix_spawn",
            pid.address(),
            libc.string(program).address(),
            actions.address(),
            attributes.address(),
            libc.strings(command).address(),
            libc.strings(Relaunch.childEnvironment()).address());
    if (error != 0) {
      throw new IOException("cannot start " + Libc.readable(program) + ": " + libc.describe(error));
    }
    return new Child(libc, pid.get(JAVA_INT, 0));
  }

  private static MemorySegment attributes(Libc libc) {
    MemorySegment attributes = libc.allocate(OPAQUE);
    MemorySegment all = libc.allocate(SignalSet.BYTES);
    for (int i = 0; i < SignalSet.BYTES; i += Long.BYTES) {
      all.set(JAVA_LONG, i, -1);
    }
    libc.call("posix_spawnattr_init", attributes.address());
    libc.call("posix_spawnattr_setsigdefault", attributes.address(), all.address());
    libc.call(
        "posix_spawnattr_setsigmask",
        attributes.address(),
        libc.allocate(SignalSet.BYTES).address());
    libc.call("posix_spawnattr_setflags", attributes.address(), SETSIGDEF | SETSIGMASK);
    return attributes;
  }

  /** {@return whether the command has ended and was reaped now} */
  boolean hasEnded() {
    return libc.call("waitpid", pid, 0, WNOHANG) == pid;
  }
}
