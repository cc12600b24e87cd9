package org.steward.core.loop;

import org.steward.api.control.Fault;

/** Why a process cannot be spawned, in the words its status shows. */
final class SpawnProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  SpawnProblem(Fault fault, String message) {
    super(message, null, false, false);
    this.fault = fault;
  }

  /** What a client that asked for the start is answered. */
  Fault fault() {
    return fault;
  }

  /** The words. */
  String words() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
