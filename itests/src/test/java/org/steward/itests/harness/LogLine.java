package org.steward.itests.harness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the activity log.
 *
 * @param level such as INFO; empty for what is not the begin of an entry
 * @param message the rest, without the time
 */
public record LogLine(String level, String message) {

  private static final Pattern ENTRY =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} ([A-Z]{4}) (.*)");

  static LogLine of(String line) {
    Matcher entry = ENTRY.matcher(line);
    return entry.matches() ? new LogLine(entry.group(1), entry.group(2)) : new LogLine("", line);
  }

  /** The line without what differs from run to run. */
  LogLine general(String folder) {
    return new LogLine(
        level,
        message
            .replace(folder, "DIR")
            .replaceAll("\\bpid \\d+", "pid N")
            .replaceAll("\\(\\d+\\) with", "(N) with"));
  }

  /** Whether it speaks of the program. */
  boolean names(String program) {
    return message.matches(".*\\b" + Pattern.quote(program) + "\\b.*");
  }

  @Override
  public String toString() {
    return level + " " + message;
  }
}
