package org.steward.eventlisteners.protocol;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;

/** Decides what a listener's answer means, at once or later. */
interface Judge {
  /**
   * Judges an answer.
   *
   * @param later told the verdict, on the supervision loop, where it takes time to reach
   * @return the verdict, or null where {@code later} will be told
   */
  @Nullable Verdict judge(SupervisorEvent event, byte[] result, Consumer<Verdict> later);

  /** The pool is gone: no verdict is wanted any more. */
  default void close() {}
}
