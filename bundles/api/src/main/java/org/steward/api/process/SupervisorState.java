package org.steward.api.process;

/**
 * What the supervisor as a whole is doing; names and codes are those of {@code
 * supervisor.getState}.
 */
public enum SupervisorState {
  /** A serious error was met. */
  FATAL(2),
  /** Working normally. */
  RUNNING(1),
  /** Restarting on request. */
  RESTARTING(0),
  /** Shutting down. */
  SHUTDOWN(-1);

  private final int code;

  SupervisorState(int code) {
    this.code = code;
  }

  /** The number clients see. */
  public int code() {
    return code;
  }
}
