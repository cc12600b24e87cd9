package org.steward.core.posix;

import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;

/** The machine the daemon runs on. */
final class Platform {
  private static final String OLDEST_NEEDED = "posix_spawn_file_actions_addclosefrom_np";

  private Platform() {}

  /** This machine's constants. */
  static Abi abi() {
    return Holder.ABI;
  }

  /** Refuses anything the daemon would only half work on. */
  static void require() {
    Abi.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    SymbolLookup libc = Linker.nativeLinker().defaultLookup();
    if (libc.find("gnu_get_libc_version").isEmpty()) {
      throw new UnsupportedPlatform("Linux with a C library other than GNU's");
    }
    if (libc.find(OLDEST_NEEDED).isEmpty()) {
      throw new UnsupportedPlatform("Linux with an older GNU C library");
    }
  }

  /** Refuses kernels, and filters before them, without descriptors of processes. */
  static void requirePidfds() {
    int pidfd = Libc.SYSCALL.call(Libc.SYS_PIDFD_OPEN, Libc.GETPID.call(), 0);
    if (pidfd == -Errno.ENOSYS || pidfd == -Errno.EPERM) {
      throw new UnsupportedPlatform("Linux without pidfd_open (" + Errno.name(-pidfd) + ")");
    }
    Libc.CLOSE.call(pidfd);
  }

  private static final class Holder {
    static final Abi ABI = Abi.of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }
}
