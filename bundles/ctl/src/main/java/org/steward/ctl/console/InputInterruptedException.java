package org.steward.ctl.console;

/** Ctrl-C was pressed while a line was awaited. */
public final class InputInterruptedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Needs no trace: it is an answer, not a failure. */
  public InputInterruptedException() {
    super(null, null, false, false);
  }
}
