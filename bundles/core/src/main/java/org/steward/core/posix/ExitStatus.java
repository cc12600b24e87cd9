package org.steward.core.posix;

/**
 * How a process ended.
 *
 * @param code its exit status, -1 where a signal ended it, as Supervisor counts it
 * @param signal the signal that ended it, 0 where none did
 * @param coreDumped whether it left a core file
 */
public record ExitStatus(int code, int signal, boolean coreDumped) {
  /** A process that called exit. */
  public static ExitStatus exited(int code) {
    return new ExitStatus(code, 0, false);
  }

  /** A process ended by a signal. */
  public static ExitStatus killed(int signal) {
    return new ExitStatus(-1, signal, false);
  }

  /** A status as of wait(2). */
  static ExitStatus ofWaitStatus(int status) {
    int signal = status & 0x7f;
    boolean dumped = (status & 0x80) != 0;
    return signal == 0 ? exited(status >> 8 & 0xff) : new ExitStatus(-1, signal, dumped);
  }

  /** As it stands in the activity log: {@code exit status 1} or {@code terminated by SIGKILL}. */
  public String describe() {
    if (signal == 0) {
      return "exit status " + code;
    }
    return "terminated by " + Signals.name(signal) + (coreDumped ? " (core dumped)" : "");
  }
}
