package org.steward.rpc.dispatch;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.SupervisorFault;

/** What became of a call. */
sealed interface Outcome {
  /** It is decided. */
  sealed interface Settled extends Outcome {}

  /** It has a result. */
  record Value(@Nullable Object value) implements Settled {}

  /** It has a fault. */
  record Failed(SupervisorFault fault) implements Settled {}

  /**
   * It hangs on something.
   *
   * @param method the method's name, for the log
   * @param stage completes when it is decided
   */
  record Pending(String method, CompletionStage<?> stage) implements Outcome {}
}
