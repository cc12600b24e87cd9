package org.steward.core.posix;

/** A system call that failed. */
public final class PosixException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String call;
  private final int errno;

  /**
   * A failed call.
   *
   * @param call the system call's name
   * @param errno why it failed
   */
  public PosixException(String call, int errno) {
    super(call + ": " + Errno.name(errno), null, false, true);
    this.call = call;
    this.errno = errno;
  }

  /** The system call's name. */
  public String call() {
    return call;
  }

  /** Why it failed. */
  public int errno() {
    return errno;
  }
}
