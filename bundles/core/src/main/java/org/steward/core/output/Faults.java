package org.steward.core.output;

/** Faults of the program, and of a system that has no room for a thread, as one line of the log. */
final class Faults {
  private Faults() {}

  /** The exception and where it came from. */
  static String describe(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? e.toString() : e + " at " + trace[0];
  }
}
