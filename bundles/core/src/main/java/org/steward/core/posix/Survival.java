package org.steward.core.posix;

import org.jspecify.annotations.Nullable;

/** What lets children and the daemon's state outlive the daemon or its program. */
public interface Survival {
  /**
   * Opens a pipe's end again, blocking, for reading and writing. A child that holds such a
   * descriptor as its stdin, stdout or stderr never meets an end of file or a broken pipe, whoever
   * is at the other end.
   */
  int reopenReadWrite(int fd);

  /**
   * When a process started, in clock ticks since boot; with the pid it names a process for good. -1
   * where there is none. To be asked after {@link Processes#pidfdOpen}, so that it is about the
   * process held.
   */
  long startTime(int pid);

  /**
   * How a process that is not this daemon's child ended; null where it has not been reaped by its
   * parent yet, which makes the pidfd hang up, or where the kernel does not tell (before 6.15).
   */
  @Nullable ExitStatus exitStatusOf(int pidfd);

  /**
   * Makes a file that lies in memory and is found through {@code /proc/self/fd} only; lives as long
   * as a descriptor of it.
   */
  int memoryFile(String name);

  /** Makes this descriptor and all above close-on-exec, also those the JVM holds. */
  void closeOnExecFrom(int first);
}
