package org.steward.core.loop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.SupervisorFault;

/**
 * The answer owed to whoever made a request. Decided on the loop, handed out off the loop after the
 * turn's snapshot.
 *
 * @param <T> what is answered; {@code Void} where the fact alone counts
 */
final class Reply<T> {
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private boolean decided;
  private @Nullable T value;
  private @Nullable SupervisorFault fault;

  /** What the caller waits on. */
  CompletionStage<T> stage() {
    return future.minimalCompletionStage();
  }

  /** Decides the answer; the first decision stands. Returns whether this was the first. */
  boolean decide(@Nullable T answer, @Nullable SupervisorFault refusal) {
    if (decided) {
      return false;
    }
    decided = true;
    value = answer;
    fault = refusal;
    return true;
  }

  /** Refuses at once, on any thread, where no loop is left to decide. */
  void abandon(SupervisorFault refusal) {
    future.completeExceptionally(refusal);
  }

  @SuppressWarnings("NullAway") // a Void stage completes with null
  private void complete() {
    future.complete(value);
  }

  /** Hands the decided answer out; off the loop. */
  void deliver() {
    if (fault != null) {
      future.completeExceptionally(fault);
    } else {
      complete();
    }
  }
}
