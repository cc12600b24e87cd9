package org.steward.core.posix;

/**
 * Files and pipes. Descriptors made here are close-on-exec. Where a method returns a count, a
 * negative value is the negated errno ({@code -Errno.EAGAIN}); all others throw {@link
 * PosixException}.
 */
public interface Descriptors {
  /** Allocates native memory that lives as long as the daemon. */
  NativeBuffer allocate(int bytes);

  /**
   * Reads up to {@code length} bytes to the buffer's {@code offset}; 0 at end of file, or the
   * negated errno.
   */
  int read(int fd, NativeBuffer into, int offset, int length);

  /** How many bytes a pipe holds to be read now, or the negated errno. */
  int available(int fd);

  /**
   * Writes up to {@code length} bytes from the buffer's {@code offset}; the count written, or the
   * negated errno.
   */
  int write(int fd, NativeBuffer from, int offset, int length);

  /** Makes a pipe whose parent's end does not block and whose child's end does. */
  Pipe pipe(Pipe.Direction direction);

  /** Opens a file; flags and mode as of open(2), {@code O_CLOEXEC} added. */
  int open(String path, int flags, int mode);

  /**
   * Opens a file by a configured name. Fails with EACCES where another user has planted it: where
   * all may write its directory, and it, or the link that it is, belongs neither to the daemon's
   * user nor to the directory's. The kernel has {@code fs.protected_symlinks} and others for that,
   * which containers often leave off.
   */
  int openNamed(String path, int flags, int mode);

  /** Renames a file, replacing what {@code to} names; 0 or the negated errno. */
  int rename(String from, String to);

  /** Removes a file's name; 0 or the negated errno. */
  int unlink(String path);

  /** Closes a descriptor; an error is not reported, as the descriptor is gone either way. */
  void close(int fd);

  /** Duplicates {@code from} onto {@code to}. */
  void dup2(int from, int to);

  /** Another descriptor of the same open file. */
  int duplicate(int fd);

  /** Sets or clears {@code O_NONBLOCK}. */
  void setNonBlocking(int fd, boolean nonBlocking);

  /** Sets or clears {@code FD_CLOEXEC}. */
  void setCloseOnExec(int fd, boolean closeOnExec);

  /**
   * Locks an open file against other processes, until it is closed by all that inherited it.
   *
   * @return false where another process holds it
   */
  boolean lock(int fd);

  /** What the descriptor refers to and how large it is. */
  FileStatus status(int fd);

  /**
   * Flags of open(2) on Linux x86-64; {@code O_NOFOLLOW} is 0x8000 on aarch64, which the
   * implementation translates.
   */
  int O_RDONLY = 0;

  int O_WRONLY = 1;
  int O_RDWR = 2;
  int O_CREAT = 0x40;
  int O_EXCL = 0x80;
  int O_NOCTTY = 0x100;
  int O_TRUNC = 0x200;
  int O_APPEND = 0x400;
  int O_NONBLOCK = 0x800;
  int O_NOFOLLOW = 0x20000;
}
