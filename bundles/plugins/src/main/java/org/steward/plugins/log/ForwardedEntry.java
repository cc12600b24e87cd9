package org.steward.plugins.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.log.LogEntry;
import org.steward.api.control.Severity;

/** An entry of the OSGi log as lines of the activity log. */
final class ForwardedEntry {
  private ForwardedEntry() {}

  /** The level of the entry's line. */
  static Severity severity(LogEntry entry) {
    return switch (entry.getLogLevel()) {
      case AUDIT, INFO -> Severity.INFO;
      case ERROR -> Severity.ERROR;
      case WARN -> Severity.WARN;
      case DEBUG -> Severity.DEBUG;
      case TRACE -> Severity.TRACE;
    };
  }

  /** Who says it, and what: on one line, with the cause of what failed. */
  static String line(LogEntry entry) {
    StringBuilder line = new StringBuilder();
    if (entry.getBundle() != null) {
      line.append('[').append(entry.getBundle().getSymbolicName()).append("] ");
    }
    line.append(String.valueOf(entry.getMessage()).strip().replaceAll("\\s*\\R\\s*", " | "));
    Throwable root = root(entry.getException());
    if (root != null) {
      line.append(": ").append(root);
    }
    return line.toString();
  }

  /** The stack trace, for those who wrote the code. */
  static List<String> trace(LogEntry entry) {
    Throwable thrown = entry.getException();
    if (thrown == null) {
      return List.of();
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().lines().map(line -> line.replace("\t", "    ")).toList();
  }

  private static @Nullable Throwable root(@Nullable Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root != null && root.getCause() != null && depth < 16; depth++) {
      root = root.getCause();
    }
    return root;
  }
}
