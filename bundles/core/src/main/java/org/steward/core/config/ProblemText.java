package org.steward.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** Words for problems. */
final class ProblemText {
  private ProblemText() {}

  static String of(List<Problem> problems) {
    return problems.stream().map(ProblemText::of).collect(Collectors.joining("\n"));
  }

  static String of(Problem problem) {
    StringBuilder text = new StringBuilder(problem.file());
    if (problem.line() > 0) {
      text.append(':').append(problem.line());
    }
    if (problem.section() != null) {
      text.append(": [").append(problem.section()).append(']');
    }
    if (problem.key() != null) {
      text.append(' ').append(problem.key());
      if (problem.value() != null) {
        text.append('=').append(problem.value());
      }
    }
    return text.append(": ").append(problem.message()).toString();
  }
}
