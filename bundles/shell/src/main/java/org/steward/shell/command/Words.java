package org.steward.shell.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;

/** What faults are called in lines for people; those of {@code supervisorctl} where it has one. */
final class Words {
  private Words() {}

  /**
   * @param detail what the fault is about, null or empty if nothing more is known
   */
  static String of(Fault fault, @Nullable String detail) {
    String words = of(fault);
    boolean said = detail == null || detail.isEmpty() || detail.equals(fault.name());
    return said ? words : words + ": " + detail;
  }

  static String of(Fault fault) {
    return switch (fault) {
      case BAD_NAME -> "no such process";
      case NO_FILE -> "no such file";
      case NOT_EXECUTABLE -> "file is not executable";
      case ALREADY_STARTED -> "already started";
      case NOT_RUNNING -> "not running";
      case SPAWN_ERROR -> "spawn error";
      case ABNORMAL_TERMINATION -> "abnormal termination";
      case SHUTDOWN_STATE -> "supervisor shutting down";
      case UNKNOWN_METHOD,
          INCORRECT_PARAMETERS,
          BAD_ARGUMENTS,
          SIGNATURE_UNSUPPORTED,
          BAD_SIGNAL,
          FAILED,
          SUCCESS,
          ALREADY_ADDED,
          STILL_RUNNING,
          CANT_REREAD ->
          fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
