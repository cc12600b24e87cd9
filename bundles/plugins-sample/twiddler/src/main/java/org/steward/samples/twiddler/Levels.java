package org.steward.samples.twiddler;

import java.util.Locale;
import java.util.Map;
import org.steward.api.control.Fault;
import org.steward.api.control.Severity;
import org.steward.api.control.SupervisorFault;

/** The levels of log lines as the original's clients write them: Supervisor's names and numbers. */
final class Levels {
  private static final Map<String, Severity> BY_NAME =
      Map.of(
          "CRIT", Severity.CRITICAL,
          "ERRO", Severity.ERROR,
          "WARN", Severity.WARN,
          "INFO", Severity.INFO,
          "DEBG", Severity.DEBUG,
          "TRAC", Severity.TRACE,
          "BLAT", Severity.BLATHER);

  private static final Map<Object, Severity> BY_NUMBER =
      Map.of(
          50, Severity.CRITICAL,
          40, Severity.ERROR,
          30, Severity.WARN,
          20, Severity.INFO,
          10, Severity.DEBUG,
          5, Severity.TRACE,
          3, Severity.BLATHER);

  private Levels() {}

  static Severity severity(Object level) {
    Severity severity =
        level instanceof String name
            ? BY_NAME.get(name.toUpperCase(Locale.ROOT))
            : BY_NUMBER.get(level);
    if (severity == null) {
      throw new SupervisorFault(Fault.INCORRECT_PARAMETERS);
    }
    return severity;
  }
}
