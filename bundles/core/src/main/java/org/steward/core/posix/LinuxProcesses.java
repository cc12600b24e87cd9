package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Children on Linux: posix_spawn, pidfds, waitid. */
interface LinuxProcesses extends Processes {
  @Override
  default int spawn(SpawnRequest request) {
    try (Arena arena = Arena.ofConfined()) {
      return new LinuxSpawn(request, arena).run();
    }
  }

  @Override
  default int pidfdOpen(int pid) {
    return Libc.check("pidfd_open", Libc.SYSCALL.call(Libc.SYS_PIDFD_OPEN, pid, 0));
  }

  @Override
  default @Nullable ExitStatus reap(int pidfd) {
    return Wait.of(Wait.P_PIDFD, pidfd) ? Wait.status() : null;
  }

  @Override
  default @Nullable ReapedChild reapAny() {
    try {
      return Wait.of(Wait.P_ALL, 0) ? new ReapedChild(Wait.pid(), Wait.status()) : null;
    } catch (PosixException e) {
      if (e.errno() == Errno.ECHILD) {
        return null;
      }
      throw e;
    }
  }

  @Override
  default int kill(int pid, int signal) {
    return Libc.KILL.call(pid, signal);
  }

  @Override
  default int pidfdKill(int pidfd, int signal) {
    return Libc.SYSCALL.call(Libc.SYS_PIDFD_SEND_SIGNAL, pidfd, signal, 0, 0);
  }

  @Override
  default void exec(String path, List<String> argv, List<String> environment) {
    try (Arena arena = Arena.ofConfined()) {
      long name = NativeText.string(arena, path);
      long arguments = NativeText.strings(arena, argv);
      long variables = NativeText.strings(arena, environment);
      // What arrives until the new program has a signalfd must wait, not kill it.
      MemorySegment before = SignalMask.blockAll(arena);
      int failure = Libc.EXECVE.call(name, arguments, variables);
      SignalMask.restore(before);
      throw new PosixException("exec", -failure);
    }
  }

  @Override
  default int pid() {
    return Libc.GETPID.call();
  }

  @Override
  default void setChildSubreaper(boolean on) {
    int option = 36;
    Libc.PRCTL.check(Libc.PRCTL.call(option, on ? 1 : 0));
  }

  @Override
  default void setSession() {
    Libc.SETSID.check(Libc.SETSID.call());
  }

  /** waitid without waiting, and the siginfo it fills in. */
  final class Wait {
    static final int P_ALL = 0;
    static final int P_PIDFD = 3;

    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int CLD_EXITED = 1;
    private static final int CLD_DUMPED = 3;

    private Wait() {}

    /** Whether one was reaped. */
    static boolean of(int type, int id) {
      MemorySegment info = Scratch.current().struct;
      info.set(JAVA_INT, 16, 0);
      Libc.WAITID.check(Libc.WAITID.call(type, id, info.address(), WEXITED | WNOHANG));
      return pid() != 0;
    }

    static int pid() {
      return Scratch.current().struct.get(JAVA_INT, 16);
    }

    static ExitStatus status() {
      MemorySegment info = Scratch.current().struct;
      int how = info.get(JAVA_INT, 8);
      int status = info.get(JAVA_INT, 24);
      return how == CLD_EXITED
          ? ExitStatus.exited(status)
          : new ExitStatus(-1, status, how == CLD_DUMPED);
    }
  }

  /** The calling thread's signal mask. */
  final class SignalMask {
    private static final int SIG_BLOCK = 0;
    private static final int SIG_SETMASK = 2;
    private static final int SIZE = 128;

    private SignalMask() {}

    static MemorySegment blockAll(Arena arena) {
      MemorySegment all = arena.allocate(SIZE, 8).fill((byte) -1);
      MemorySegment before = arena.allocate(SIZE, 8);
      Libc.PTHREAD_SIGMASK.raw(SIG_BLOCK, all.address(), before.address(), 0, 0, 0);
      return before;
    }

    static void restore(MemorySegment mask) {
      Libc.PTHREAD_SIGMASK.raw(SIG_SETMASK, mask.address(), 0, 0, 0, 0);
    }
  }
}
