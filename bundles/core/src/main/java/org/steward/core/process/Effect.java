package org.steward.core.process;

import org.steward.api.event.SupervisorEvent;
import org.steward.core.config.LogLevel;

/** What the driver of a {@link ProcessMachine} has to do; carried out in the order given. */
public sealed interface Effect {
  /** Spawn a child. */
  record Spawn() implements Effect {}

  /**
   * Send a signal to the child, or call the pending spawn off where there is no child yet.
   *
   * @param signal the signal's number
   * @param toGroup whether the child's whole process group gets it
   */
  record Signal(int signal, boolean toGroup) implements Effect {}

  /**
   * Give an input later, unless another timer is set or this one cleared before.
   *
   * @param input the input to give
   * @param deadlineNanos when, monotonic
   */
  record SetTimer(Input input, long deadlineNanos) implements Effect {}

  /** Forget the timer. */
  record ClearTimer() implements Effect {}

  /** Write to the activity log. */
  record Log(LogLevel level, String text) implements Effect {}

  /** Tell listeners and handlers. */
  record Emit(SupervisorEvent event) implements Effect {}
}
