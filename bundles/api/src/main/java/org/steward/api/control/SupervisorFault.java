package org.steward.api.control;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request the supervisor could not fulfil, with the fault its client is answered with. */
public final class SupervisorFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
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
    this.detail = detail;
  }

  /** The fault. */
  public Fault fault() {
    return fault;
  }

  /** What it is about, null if nothing more is to be said. */
  public @Nullable String detail() {
    return detail;
  }
}
