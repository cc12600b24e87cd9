package org.steward.core.posix;

/** The functions of the C library the daemon uses, and the system calls it has no function for. */
final class Libc {
  static final NativeFunction BIND = NativeFunction.of("bind");
  static final NativeFunction CHDIR = NativeFunction.of("chdir");
  static final NativeFunction CHMOD = NativeFunction.of("chmod");
  static final NativeFunction CHOWN = NativeFunction.of("chown");
  static final NativeFunction CLOSE = NativeFunction.of("close");
  static final NativeFunction CONNECT = NativeFunction.of("connect");
  static final NativeFunction DUP2 = NativeFunction.of("dup2");
  static final NativeFunction DUP3 = NativeFunction.of("dup3");
  static final NativeFunction EPOLL_CREATE1 = NativeFunction.of("epoll_create1");
  static final NativeFunction EPOLL_CTL = NativeFunction.of("epoll_ctl");
  static final NativeFunction EPOLL_WAIT = NativeFunction.of("epoll_wait");
  static final NativeFunction EVENTFD = NativeFunction.of("eventfd");
  static final NativeFunction EXECVE = NativeFunction.of("execve");
  static final NativeFunction FACCESSAT = NativeFunction.of("faccessat");
  static final NativeFunction FCNTL = NativeFunction.of("fcntl");
  static final NativeFunction FLOCK = NativeFunction.of("flock");
  static final NativeFunction GETCWD = NativeFunction.of("getcwd");
  static final NativeFunction GETPID = NativeFunction.of("getpid");
  static final NativeFunction GETSOCKNAME = NativeFunction.of("getsockname");
  static final NativeFunction GETSOCKOPT = NativeFunction.of("getsockopt");
  static final NativeFunction GETUID = NativeFunction.of("getuid");
  static final NativeFunction INITGROUPS = NativeFunction.of("initgroups");
  static final NativeFunction IOCTL = NativeFunction.of("ioctl");
  static final NativeFunction KILL = NativeFunction.of("kill");
  static final NativeFunction LISTEN = NativeFunction.of("listen");
  static final NativeFunction MEMFD_CREATE = NativeFunction.of("memfd_create");
  static final NativeFunction OPEN = NativeFunction.of("open");
  static final NativeFunction PIPE2 = NativeFunction.of("pipe2");
  static final NativeFunction PRCTL = NativeFunction.of("prctl");
  static final NativeFunction PRLIMIT = NativeFunction.of("prlimit");
  static final NativeFunction PTHREAD_SIGMASK = NativeFunction.of("pthread_sigmask");
  static final NativeFunction READ = NativeFunction.of("read");
  static final NativeFunction RENAME = NativeFunction.of("rename");
  static final NativeFunction SETGID = NativeFunction.of("setgid");
  static final NativeFunction SETSID = NativeFunction.of("setsid");
  static final NativeFunction SETSOCKOPT = NativeFunction.of("setsockopt");
  static final NativeFunction SETUID = NativeFunction.of("setuid");
  static final NativeFunction SIGACTION = NativeFunction.of("sigaction");
  static final NativeFunction SIGNALFD = NativeFunction.of("signalfd");
  static final NativeFunction SOCKET = NativeFunction.of("socket");
  static final NativeFunction SPAWN = NativeFunction.of("posix_spawn");
  static final NativeFunction SPAWN_ACTIONS_CHDIR =
      NativeFunction.of("posix_spawn_file_actions_addchdir_np");
  static final NativeFunction SPAWN_ACTIONS_CLOSE_FROM =
      NativeFunction.of("posix_spawn_file_actions_addclosefrom_np");
  static final NativeFunction SPAWN_ACTIONS_DESTROY =
      NativeFunction.of("posix_spawn_file_actions_destroy");
  static final NativeFunction SPAWN_ACTIONS_DUP2 =
      NativeFunction.of("posix_spawn_file_actions_adddup2");
  static final NativeFunction SPAWN_ACTIONS_INIT =
      NativeFunction.of("posix_spawn_file_actions_init");
  static final NativeFunction SPAWNATTR_INIT = NativeFunction.of("posix_spawnattr_init");
  static final NativeFunction SPAWNATTR_SETFLAGS = NativeFunction.of("posix_spawnattr_setflags");
  static final NativeFunction SPAWNATTR_SETPGROUP = NativeFunction.of("posix_spawnattr_setpgroup");
  static final NativeFunction SPAWNATTR_SETSIGDEFAULT =
      NativeFunction.of("posix_spawnattr_setsigdefault");
  static final NativeFunction SPAWNATTR_SETSIGMASK =
      NativeFunction.of("posix_spawnattr_setsigmask");
  static final NativeFunction STATX = NativeFunction.of("statx");
  static final NativeFunction SYSCALL = NativeFunction.of("syscall");
  static final NativeFunction UMASK = NativeFunction.of("umask");
  static final NativeFunction UNLINK = NativeFunction.of("unlink");
  static final NativeFunction UNSHARE = NativeFunction.of("unshare");
  static final NativeFunction WAITID = NativeFunction.of("waitid");
  static final NativeFunction WRITE = NativeFunction.of("write");

  /** Numbers of system calls; the same on x86-64 and aarch64, as of all newer ones. */
  static final int SYS_PIDFD_SEND_SIGNAL = 424;

  static final int SYS_PIDFD_OPEN = 434;
  static final int SYS_CLOSE_RANGE = 436;
  static final int SYS_PIDFD_GETFD = 438;
  static final int SYS_EPOLL_PWAIT2 = 441;

  /** Makes a descriptor close-on-exec or non-blocking from its birth, whatever kind it is. */
  static final int CLOEXEC = 0x80000;

  static final int NONBLOCK = 0x800;

  private Libc() {}

  /** Hands the result of a {@link #SYSCALL} on, or throws what it tells. */
  static int check(String call, int result) {
    if (result < 0) {
      throw new PosixException(call, -result);
    }
    return result;
  }
}
