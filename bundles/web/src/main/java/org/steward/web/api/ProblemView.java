package org.steward.web.api;

import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;

@Doc("Why a request was not fulfilled, as application/problem+json (RFC 9457).")
record ProblemView(
    @Doc("The HTTP status again.") int status,
    @Doc("The kind of problem in words.") String title,
    @Doc("What went wrong with this request.") String detail,
    @Doc(
            value = "The fault of the XML-RPC interface, where the supervisor refused.",
            optional = true)
        @Nullable String fault,
    @Doc(value = "The number of that fault.", optional = true) @Nullable Integer code) {

  static ProblemView of(int status, String detail) {
    return new ProblemView(status, HttpStatus.getMessage(status), detail, null, null);
  }

  static ProblemView of(SupervisorFault fault) {
    String about = fault.detail();
    String detail = sentence(fault.fault()) + (about == null ? "." : ": " + about);
    int status = status(fault.fault());
    return new ProblemView(
        status, HttpStatus.getMessage(status), detail, fault.fault().name(), fault.fault().code());
  }

  /** The status that fits a fault. */
  static int status(Fault fault) {
    return switch (fault) {
      case SUCCESS -> HttpStatus.OK_200;
      case BAD_NAME, UNKNOWN_METHOD -> HttpStatus.NOT_FOUND_404;
      case INCORRECT_PARAMETERS, BAD_ARGUMENTS, SIGNATURE_UNSUPPORTED, BAD_SIGNAL ->
          HttpStatus.BAD_REQUEST_400;
      case ALREADY_STARTED, NOT_RUNNING, ALREADY_ADDED, STILL_RUNNING -> HttpStatus.CONFLICT_409;
      case NO_FILE, NOT_EXECUTABLE, ABNORMAL_TERMINATION, SPAWN_ERROR, CANT_REREAD ->
          HttpStatus.UNPROCESSABLE_ENTITY_422;
      case SHUTDOWN_STATE -> HttpStatus.SERVICE_UNAVAILABLE_503;
      case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR_500;
    };
  }

  /** A fault in words for people. */
  static String sentence(Fault fault) {
    return switch (fault) {
      case SUCCESS -> "Done";
      case UNKNOWN_METHOD -> "There is no such method";
      case INCORRECT_PARAMETERS -> "The arguments do not fit";
      case BAD_ARGUMENTS -> "An argument makes no sense";
      case SIGNATURE_UNSUPPORTED -> "There is no such signature";
      case SHUTDOWN_STATE -> "The supervisor is shutting down";
      case BAD_NAME -> "There is no such process or group";
      case BAD_SIGNAL -> "There is no such signal";
      case NO_FILE -> "The file does not exist";
      case NOT_EXECUTABLE -> "The file may not be executed";
      case FAILED -> "It failed";
      case ABNORMAL_TERMINATION -> "The process ended before it was up";
      case SPAWN_ERROR -> "The process could not be started";
      case ALREADY_STARTED -> "The process is already started";
      case NOT_RUNNING -> "The process does not run";
      case ALREADY_ADDED -> "The group is already there";
      case STILL_RUNNING -> "The group still has running processes";
      case CANT_REREAD -> "The configuration cannot be used";
    };
  }
}
