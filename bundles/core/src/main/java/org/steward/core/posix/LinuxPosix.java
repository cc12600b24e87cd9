package org.steward.core.posix;

import java.lang.foreign.MemorySegment;

/**
 * The system calls of Linux on x86-64 and aarch64, made through the GNU C library. The concerns lie
 * in the interfaces it is put together of; it has no state of its own.
 */
public final class LinuxPosix
    implements Posix,
        LinuxDescriptors,
        LinuxPolling,
        LinuxProcesses,
        LinuxCredentials,
        LinuxSockets,
        LinuxSurvival,
        LinuxControlGroups {
  /**
   * Links the system calls and undoes an ignored SIGCHLD, with which a careless parent would make
   * all exit statuses vanish.
   *
   * @throws UnsupportedPlatform on any other machine
   */
  public LinuxPosix() {
    Platform.require();
    Platform.requirePidfds();
    MemorySegment defaultAction = Scratch.zeroed();
    Libc.SIGACTION.check(Libc.SIGACTION.call(Signals.SIGCHLD, defaultAction.address(), 0));
  }
}
