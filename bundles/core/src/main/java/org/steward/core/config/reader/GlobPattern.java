package org.steward.core.config.reader;

import java.util.regex.Pattern;

/**
 * A shell pattern for one path component as a regular expression, by the rules of {@code fnmatch}.
 */
final class GlobPattern {
  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int position;

  private GlobPattern(String glob) {
    this.glob = glob;
  }

  static Pattern compile(String glob) {
    GlobPattern pattern = new GlobPattern(glob);
    while (pattern.position < glob.length()) {
      pattern.element(glob.charAt(pattern.position++));
    }
    return Pattern.compile(pattern.regex.toString(), Pattern.DOTALL);
  }

  private void element(char c) {
    switch (c) {
      case '*' -> regex.append(".*");
      case '?' -> regex.append('.');
      case '[' -> set();
      default -> literal(c);
    }
  }

  /** A set ends at the first bracket that is not its first character; without one it is none. */
  private void set() {
    boolean negated = position < glob.length() && glob.charAt(position) == '!';
    int start = negated ? position + 1 : position;
    int end = glob.indexOf(']', start + 1);
    if (end < 0) {
      literal('[');
      return;
    }
    position = end + 1;
    String ranges = ranges(glob.substring(start, end));
    if (ranges.isEmpty()) {
      regex.append(negated ? "." : "(?!)");
    } else {
      regex.append(negated ? "[^" : "[").append(ranges).append(']');
    }
  }

  private static String ranges(String members) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < members.length(); i++) {
      char from = members.charAt(i);
      boolean isRange = i + 2 < members.length() && members.charAt(i + 1) == '-';
      char to = isRange ? members.charAt(i + 2) : from;
      if (from <= to) {
        out.append(unicode(from)).append('-').append(unicode(to));
      }
      i += isRange ? 2 : 0;
    }
    return out.toString();
  }

  private void literal(char c) {
    regex.append(unicode(c));
  }

  private static String unicode(char c) {
    return String.format("\\u%04X", (int) c);
  }
}
