package org.steward.ctl.action;

import java.util.ArrayList;
import java.util.List;

/** Splitting and padding of text. */
final class Words {

  private Words() {}

  /** {@return the words between white space} */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (blank && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }

  /** {@return the text with blanks behind it up to a width in characters} */
  static String pad(String text, int width) {
    int missing = width - text.codePointCount(0, text.length());
    return missing <= 0 ? text : text + " ".repeat(missing);
  }

  /**
   * {@return the text in quotes as Python's repr() would give it, which some messages have always
   * had}
   */
  static String quote(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder quoted = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n':
          quoted.append("\\n");
          break;
        case '\r':
          quoted.append("\\r");
          break;
        case '\t':
          quoted.append("\\t");
          break;
        default:
          if (c == quote || c == '\\') {
            quoted.append('\\');
          }
          quoted.append(c);
      }
    }
    return quoted.append(quote).toString();
  }
}
