package org.steward.shell.command;

import org.steward.api.control.Fault;
import org.steward.api.process.ProcessId;

/** What can be ordered of processes, and the lines that tell how it went. */
enum Order {
  START("started", Fault.ALREADY_STARTED),
  STOP("stopped", Fault.NOT_RUNNING),
  SIGNAL("signalled", Fault.SUCCESS);

  private final String done;
  private final Fault harmless;

  /**
   * @param harmless what is told and does not make the command fail
   */
  Order(String done, Fault harmless) {
    this.done = done;
    this.harmless = harmless;
  }

  String line(ProcessId id, Fault status) {
    return id.displayName()
        + ": "
        + (status == Fault.SUCCESS ? done : "ERROR (" + Words.of(status) + ")");
  }

  boolean isFailure(Fault status) {
    return status != Fault.SUCCESS && status != harmless;
  }
}
