package org.steward.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** Words for problems: one line each, {@code file:line: [section] key=value: message}. */
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
    text.append(": ");
    if (problem.section() != null) {
      text.append('[').append(problem.section()).append("] ");
    }
    if (problem.key() != null) {
      text.append(problem.key());
      if (problem.value() != null) {
        text.append('=').append(problem.value());
      }
      text.append(": ");
    }
    return onOneLine(text.append(problem.message()).toString());
  }

  /** Values may have newlines and worse in them. */
  private static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line.append("\\n");
      } else if (c == '\t') {
        line.append("\\t");
      } else {
        line.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return line.toString();
  }
}
