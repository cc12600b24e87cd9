package org.steward.core.posix;

/** Who the daemon is and what it may use. */
public interface Credentials {
  /** The real user id. */
  int uid();

  /** Becomes another user for good: supplementary groups of the account, group, user. */
  void becomeUser(String name, int uid, int gid);

  /** Sets the file mode mask of the calling thread's file system state; returns the one before. */
  int umask(int mask);

  /**
   * Gives the calling thread a umask and working directory of its own.
   *
   * @return false where the system refuses (some container profiles)
   */
  boolean privateFileSystemState();

  /** Changes the working directory of the calling thread's file system state. */
  void chdir(String directory);

  /** A limit as {@code {soft, hard}}, -1 meaning none. */
  Limit limit(Resource resource);

  /** Changes a limit. EPERM, EINVAL. */
  void setLimit(Resource resource, Limit limit);

  /** Whether the daemon may execute the file. */
  boolean executable(String path);

  /** Owner and mode of a file by path. */
  void chown(String path, int uid, int gid);

  /** The signals blocked in the main thread at start, as a bit mask with signal 1 in bit 0. */
  long blockedSignals();

  /** What is limited. */
  enum Resource {
    /** Open descriptors. */
    NOFILE,
    /** Processes of the user. */
    NPROC
  }

  /** A soft and a hard limit, -1 for none. */
  record Limit(long soft, long hard) {}
}
