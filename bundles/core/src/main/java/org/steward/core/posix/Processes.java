package org.steward.core.posix;

import org.jspecify.annotations.Nullable;

/** Children: making, watching, reaping and signalling them. */
public interface Processes {
  /**
   * Spawns a child in a new process group with default signal dispositions, an empty signal mask
   * and no descriptor above 2. Must be called on a thread that called {@link
   * Credentials#privateFileSystemState} where the request has a umask.
   *
   * @return its process id
   * @throws PosixException with the errno of what failed; {@code call} tells chdir, fork and exec
   *     apart as far as the system does
   */
  int spawn(SpawnRequest request);

  /** A descriptor that becomes readable when the process ends. ESRCH where there is none. */
  int pidfdOpen(int pid);

  /**
   * Reaps the child behind the pidfd; null while it lives. ECHILD where it is not this daemon's
   * child.
   */
  @Nullable ExitStatus reap(int pidfd);

  /** Reaps any child that has ended; null where none has. For PID 1 and subreapers only. */
  @Nullable ReapedChild reapAny();

  /**
   * Sends a signal to a process, or to a process group where {@code pid} is negative. 0 or the
   * negated errno.
   */
  int kill(int pid, int signal);

  /**
   * Sends a signal to the process behind the pidfd, never to one that reuses its pid. 0 or the
   * negated errno.
   */
  int pidfdKill(int pidfd, int signal);

  /** Replaces this program; returns only by throwing. */
  void exec(String path, java.util.List<String> argv, java.util.List<String> environment);

  /** This process's id. */
  int pid();

  /** Whether orphaned descendants become children of this process instead of PID 1's. */
  void setChildSubreaper(boolean on);

  /** Makes this process a session leader. */
  void setSession();

  /** A child that was reaped without being asked for. */
  record ReapedChild(int pid, ExitStatus status) {}
}
