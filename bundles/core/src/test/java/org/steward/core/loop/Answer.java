package org.steward.core.loop;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.SupervisorFault;

/** What became of a request. */
final class Answer<T> {
  @Nullable T value;
  @Nullable Throwable failure;
  boolean given;

  private Answer() {}

  static <T> Answer<T> to(CompletionStage<T> request) {
    Answer<T> answer = new Answer<>();
    request.whenComplete(
        (value, failure) -> {
          answer.value = value;
          answer.failure = failure instanceof CompletionException ? failure.getCause() : failure;
          answer.given = true;
        });
    return answer;
  }

  SupervisorFault fault() {
    if (failure instanceof SupervisorFault fault) {
      return fault;
    }
    throw new AssertionError("no fault but " + (given ? "success" : "no answer"));
  }
}
