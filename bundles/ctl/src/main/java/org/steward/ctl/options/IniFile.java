package org.steward.ctl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file in Supervisor's dialect, which is that of Python's {@code RawConfigParser}
 * with inline comments: {@code ;} and {@code #} start a comment at the start of a line or after
 * white space, indented lines continue a value, {@code =} and {@code :} both separate, option names
 * are lower-cased, sections and options may repeat, and {@code [DEFAULT]} gives values to all.
 */
final class IniFile {

  private static final String DEFAULTS = "DEFAULT";

  private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
  private final Map<String, List<String>> defaults = new LinkedHashMap<>();
  private final String fileName;
  private @Nullable Map<String, List<String>> section;
  private @Nullable List<String> value;
  private int indent;

  /**
   * Reads a file's text.
   *
   * @param fileName used in messages only
   * @throws UsageException naming the first line that is neither section, option, continuation nor
   *     comment
   */
  IniFile(String text, String fileName) throws UsageException {
    this.fileName = fileName;
    int number = 0;
    for (int start = 0; start < text.length(); ) {
      int end = endOfLine(text, start);
      takeLine(text.substring(start, end), ++number);
      boolean crlf = text.startsWith("\r\n", end);
      start = end + (crlf ? 2 : 1);
    }
  }

  private static int endOfLine(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void takeLine(String line, int number) throws UsageException {
    int comment = commentStart(line);
    String content = (comment < 0 ? line : line.substring(0, comment)).strip();
    if (content.isEmpty()) {
      if (comment < 0 && value != null) {
        value.add("");
      }
      return;
    }
    int lineIndent = line.length() - line.stripLeading().length();
    if (value != null && lineIndent > indent) {
      value.add(content);
      return;
    }
    indent = lineIndent;
    if (content.charAt(0) == '[' && content.lastIndexOf(']') > 1) {
      openSection(content.substring(1, content.lastIndexOf(']')));
    } else {
      takeOption(content, number);
    }
  }

  private void openSection(String name) {
    value = null;
    if (name.equals(DEFAULTS)) {
      section = defaults;
      return;
    }
    Map<String, List<String>> known = sections.get(name);
    if (known == null) {
      known = new LinkedHashMap<>();
      sections.put(name, known);
    }
    section = known;
  }

  private void takeOption(String content, int number) throws UsageException {
    if (section == null) {
      throw unreadable(number, "a [section] was expected before it", content);
    }
    int separator = separator(content);
    if (separator <= 0) {
      throw unreadable(number, "it is no 'name = value'", content);
    }
    List<String> lines = new ArrayList<>(1);
    lines.add(content.substring(separator + 1).strip());
    section.put(content.substring(0, separator).strip().toLowerCase(java.util.Locale.ROOT), lines);
    value = lines;
  }

  private UsageException unreadable(int number, String why, String content) {
    String what = "cannot read line " + number + " of " + fileName + ": " + why + ": " + content;
    return new UsageException(what, UsageException.UNPARSABLE);
  }

  private static int separator(String content) {
    for (int i = 0; i < content.length(); i++) {
      if (content.charAt(i) == '=' || content.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private static int commentStart(String line) {
    boolean blankSoFar = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ';' || c == '#') {
        if (blankSoFar) {
          return 0;
        }
        if (Character.isWhitespace(line.charAt(i - 1))) {
          return i;
        }
      }
      blankSoFar &= Character.isWhitespace(c);
    }
    return -1;
  }

  boolean hasSection(String name) {
    return sections.containsKey(name);
  }

  /** Whether any section's name starts so. */
  boolean hasSectionStartingWith(String prefix) {
    for (String name : sections.keySet()) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** {@return the option's value, its lines joined by line feeds, or null} */
  @Nullable String get(String sectionName, String option) {
    Map<String, List<String>> options = sections.get(sectionName);
    if (options == null) {
      return null;
    }
    List<String> lines = options.get(option);
    if (lines == null) {
      lines = defaults.get(option);
    }
    return lines == null ? null : String.join("\n", lines).stripTrailing();
  }
}
