package org.steward.core.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a configured command into words as a POSIX shell does, without expanding anything: blanks
 * separate, single quotes keep all, double quotes keep all but a backslash before a quote or a
 * backslash, a backslash keeps the next character. The rule is that of Python's {@code
 * shlex.split}, which users wrote their configurations for.
 */
public final class CommandWords {
  private CommandWords() {}

  /**
   * The words of a command.
   *
   * @throws IllegalArgumentException where a quote is not closed or nothing follows a backslash
   */
  public static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    int i = 0;
    while (i < command.length()) {
      char c = command.charAt(i);
      if (c == '\'' || c == '"') {
        inWord = true;
        i = quoted(command, i, word);
      } else if (c == '\\') {
        if (i + 1 == command.length()) {
          throw new IllegalArgumentException("No escaped character");
        }
        inWord = true;
        word.append(command.charAt(i + 1));
        i += 2;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
        i++;
      } else {
        inWord = true;
        word.append(c);
        i++;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * Appends a quoted part that begins at {@code open}; returns the index after its closing quote.
   */
  private static int quoted(String command, int open, StringBuilder word) {
    char quote = command.charAt(open);
    for (int i = open + 1; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      if (c == '\\' && quote == '"' && i + 1 < command.length()) {
        char next = command.charAt(i + 1);
        if (next != '"' && next != '\\') {
          word.append(c);
        }
        word.append(next);
        i++;
      } else {
        word.append(c);
      }
    }
    throw new IllegalArgumentException("No closing quotation");
  }
}
