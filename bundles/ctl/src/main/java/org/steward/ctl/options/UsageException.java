package org.steward.ctl.options;

/**
 * The command line or the configuration file cannot be used; the message says why, in one line for
 * the user.
 */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Exit status of a wrong command line or configuration value. */
  public static final int WRONG_USAGE = 2;

  /** Exit status of a file that is no configuration file at all. */
  public static final int UNPARSABLE = 1;

  private final int exitStatus;

  UsageException(String message) {
    this(message, WRONG_USAGE);
  }

  UsageException(String message, int exitStatus) {
    super(message, null, false, false);
    this.exitStatus = exitStatus;
  }

  /** {@return the status the process should end with} */
  public int exitStatus() {
    return exitStatus;
  }
}
