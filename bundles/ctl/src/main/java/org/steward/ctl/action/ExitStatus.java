package org.steward.ctl.action;

/**
 * Exit statuses, those of the Linux Standard Base for init scripts. {@code status} has its own
 * meanings for two of them.
 */
public final class ExitStatus {

  public static final int SUCCESS = 0;
  public static final int GENERIC = 1;
  public static final int INVALID_ARGUMENTS = 2;
  public static final int UNIMPLEMENTED = 3;
  public static final int INSUFFICIENT_PRIVILEGES = 4;
  public static final int NOT_INSTALLED = 5;
  public static final int NOT_RUNNING = 7;

  /** Of {@code status}: some process is not running. */
  public static final int STATUS_NOT_RUNNING = 3;

  /** Of {@code status}: a process does not exist, or nothing is known. */
  public static final int STATUS_UNKNOWN = 4;

  private ExitStatus() {}
}
