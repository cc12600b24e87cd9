package org.steward.web.api;

import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;

/** A request that is not fulfilled, with what the client is answered. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemView view;

  private ApiProblem(ProblemView view) {
    super(view.detail(), null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.view = view;
  }

  static ApiProblem of(int status, String detail) {
    return new ApiProblem(ProblemView.of(status, detail));
  }

  static ApiProblem badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST_400, detail);
  }

  /** The problem behind a failure: a refusal of the supervisor's, or something unforeseen. */
  static ApiProblem behind(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException wrapper && wrapper.getCause() != null
            ? wrapper.getCause()
            : failure;
    return switch (cause) {
      case ApiProblem problem -> problem;
      case SupervisorFault fault -> new ApiProblem(ProblemView.of(fault));
      default ->
          new ApiProblem(ProblemView.of(new SupervisorFault(Fault.FAILED, cause.toString())));
    };
  }

  ProblemView view() {
    return view;
  }
}
