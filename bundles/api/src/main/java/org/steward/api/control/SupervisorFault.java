package org.steward.api.control;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request the supervisor could not fulfil, with the fault its client is answered with. */
public final class SupervisorFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final int code;
  private final @Nullable String detail;

  /** A fault without further words. */
  public SupervisorFault(Fault fault) {
    this(fault, null);
  }

  /**
   * A fault with a detail.
   *
   * @param fault the fault
   * @param detail what it is about: a name, a path, a reason
   */
  public SupervisorFault(Fault fault, @Nullable String detail) {
    super(
        detail == null ? fault.name() : fault.name() + ": " + detail,
        null,
        /* enableSuppression= */ false,
        /* writableStackTrace= */ false);
    this.fault = Objects.requireNonNull(fault, "fault");
    this.code = fault.code();
    this.detail = detail;
  }

  /**
   * A fault of a plugin's own, for which Supervisor has no name.
   *
   * @param code its number; Supervisor's are below 100
   * @param text what clients see
   */
  public SupervisorFault(int code, String text) {
    super(text, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.fault = Fault.FAILED;
    this.code = code;
    this.detail = text;
  }

  /** The fault; FAILED for one of a plugin's own. */
  public Fault fault() {
    return fault;
  }

  /** The number clients see. */
  public int code() {
    return code;
  }

  /** What it is about, null if nothing more is to be said. */
  public @Nullable String detail() {
    return detail;
  }
}
