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
   * Names this boot and this name space of process ids: a pid and start time noted under another
   * name tell nothing.
   */
  String epoch();

  /** The inode of the pipe that a process has as its descriptor, 0 where that is no pipe. */
  long pipeAt(int pid, int fd);

  /**
   * Opens the daemon's end of a pipe that another process holds, wherever it has moved it, not
   * blocking.
   *
   * @param inode the pipe, as {@link Descriptors#status} names it
   * @return the descriptor or the negated errno: ENOENT where the process does not hold it, EACCES
   *     where the daemon may not look into it
   */
  int reopenPipeOf(int pid, long inode, Pipe.Direction direction);

  /**
   * Duplicates a descriptor of another process.
   *
   * @throws PosixException EPERM where the daemon may not look into it
   */
  int duplicateOf(int pidfd, int fd);

  /**
   * Finds the leader of a process group whose environment has the entry, the one that started
   * first; 0 where there is none.
   */
  int findLeader(String environmentEntry);

  /**
   * Finds the living processes that a child started, wherever they moved: those of its process
   * group or session, those with the entry in their environment, and all that descend from any of
   * these; without the child itself. Walks through all processes of the system.
   *
   * @param leader the child's id where that cannot have become another's, else 0
   */
  java.util.List<Relative> relativesOf(int leader, String environmentEntry);

  /**
   * A process as it was found.
   *
   * @param startTime names it together with its id
   */
  record Relative(int pid, long startTime) {}

  /**
   * How a process that is not this daemon's child ended; null where that is not known. It is known
   * from its end until its parent reaps it, where the daemon may look into it, and after that,
   * where the kernel tells (6.15); the pidfd hangs up in between.
   *
   * @param pid the process's id
   */
  @Nullable ExitStatus exitStatusOf(int pidfd, int pid);

  /**
   * Maps a file, made where there is none: what is written to the buffer is in the file at once,
   * whatever becomes of the daemon, and is read from it by the next one. All of it is allocated.
   *
   * @param path on a file system that lies in memory, or a slow disk would hold up whoever writes
   * @throws PosixException EPERM where it is another user's, or others may use it
   */
  NativeBuffer mapFile(String path, int bytes);

  /**
   * Makes a file that lies in memory and is found through {@code /proc/self/fd} only; lives as long
   * as a descriptor of it.
   */
  int memoryFile(String name);

  /** Makes this descriptor and all above close-on-exec, also those the JVM holds. */
  void closeOnExecFrom(int first);
}
