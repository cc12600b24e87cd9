package org.steward.api.process;

/**
 * The states of a supervised process.
 *
 * <p>Names and numeric codes are those of Supervisor's RPC interface, which clients compare
 * against.
 */
public enum ProcessState {
  /** Stopped on request, or never started. */
  STOPPED(0),
  /** Spawned, and not yet up for {@code startsecs}. */
  STARTING(10),
  /** Up for longer than {@code startsecs}. */
  RUNNING(20),
  /** Exited too quickly or could not be spawned; a retry is due. */
  BACKOFF(30),
  /** Told to stop, not yet reaped. */
  STOPPING(40),
  /** Exited from {@link #RUNNING} by itself. */
  EXITED(100),
  /** Given up after {@code startretries} failed starts. */
  FATAL(200),
  /** The supervisor could not establish the state. */
  UNKNOWN(1000);

  private final int code;

  ProcessState(int code) {
    this.code = code;
  }

  /** The number clients see in {@code getProcessInfo().state}. */
  public int code() {
    return code;
  }

  /** True where no child exists or is due: STOPPED, EXITED, FATAL and UNKNOWN. */
  public boolean isStopped() {
    return this == STOPPED || this == EXITED || this == FATAL || this == UNKNOWN;
  }

  /** True in Supervisor's "running states": STARTING, RUNNING and BACKOFF. */
  public boolean isRunning() {
    return this == STARTING || this == RUNNING || this == BACKOFF;
  }

  /** True where a signal can reach a child: STARTING, RUNNING and STOPPING. */
  public boolean isSignallable() {
    return this == STARTING || this == RUNNING || this == STOPPING;
  }
}
