package org.steward.api.control;

/**
 * The faults a client can be answered with; names and codes are those of Supervisor's RPC
 * interface.
 */
public enum Fault {
  /** No such method. */
  UNKNOWN_METHOD(1),
  /** Wrong number or types of arguments. */
  INCORRECT_PARAMETERS(2),
  /** An argument's value makes no sense. */
  BAD_ARGUMENTS(3),
  /** No such signature. */
  SIGNATURE_UNSUPPORTED(4),
  /** The supervisor is shutting down. */
  SHUTDOWN_STATE(6),
  /** No such process or group. */
  BAD_NAME(10),
  /** No such signal. */
  BAD_SIGNAL(11),
  /** The program, or its log, does not exist. */
  NO_FILE(20),
  /** The program may not be executed. */
  NOT_EXECUTABLE(21),
  /** The operation failed. */
  FAILED(30),
  /** The process ended before it was up. */
  ABNORMAL_TERMINATION(40),
  /** The process could not be spawned. */
  SPAWN_ERROR(50),
  /** The process is already started. */
  ALREADY_STARTED(60),
  /** The process is not running. */
  NOT_RUNNING(70),
  /** No fault: used in results for many processes. */
  SUCCESS(80),
  /** The group is already there. */
  ALREADY_ADDED(90),
  /** The group still has running processes. */
  STILL_RUNNING(91),
  /** The configuration could not be read. */
  CANT_REREAD(92);

  private final int code;

  Fault(int code) {
    this.code = code;
  }

  /** The fault's number. */
  public int code() {
    return code;
  }
}
