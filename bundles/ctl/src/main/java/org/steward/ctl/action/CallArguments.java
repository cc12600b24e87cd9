package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a called method: which words they are, and of what type. */
final class CallArguments {

  private final String line;
  private final List<Object> arguments = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean typed = true;
  private boolean inWord;
  private boolean quoted;
  private int position;

  private CallArguments(String line) {
    this.line = line;
  }

  /** {@return the words with their types; a word in quotes of its own is a string} */
  static List<Object> ofWords(List<String> words) {
    List<Object> arguments = new ArrayList<>(words.size());
    for (String word : words) {
      int last = word.length() - 1;
      boolean quoted =
          last > 0
              && (word.charAt(0) == '"' || word.charAt(0) == '\'')
              && word.charAt(last) == word.charAt(0);
      arguments.add(quoted ? word.substring(1, last) : typed(word));
    }
    return arguments;
  }

  /**
   * Splits a line as a shell would: single quotes keep all, double quotes all but backslashes, a
   * backslash keeps the next character.
   *
   * @throws IOException if a quote is not closed or a backslash stands last
   */
  static List<Object> ofLine(String line) throws IOException {
    CallArguments parsing = new CallArguments(line);
    while (parsing.position < line.length()) {
      parsing.take(line.charAt(parsing.position++));
    }
    parsing.endWord();
    return parsing.arguments;
  }

  /**
   * {@return the words of a line, quotes removed, all as strings}
   *
   * @throws IOException if a quote is not closed or a backslash stands last
   */
  static List<Object> words(String line) throws IOException {
    CallArguments parsing = new CallArguments(line);
    parsing.typed = false;
    while (parsing.position < line.length()) {
      parsing.take(line.charAt(parsing.position++));
    }
    parsing.endWord();
    return parsing.arguments;
  }

  private void take(char c) throws IOException {
    if (Character.isWhitespace(c)) {
      endWord();
      return;
    }
    inWord = true;
    if (c == '\'' || c == '"') {
      quoted = true;
      takeQuoted(c);
    } else {
      word.append(c == '\\' ? next("a character after the last backslash") : c);
    }
  }

  private void takeQuoted(char quote) throws IOException {
    for (char c = next("a closing " + quote); c != quote; c = next("a closing " + quote)) {
      boolean escape =
          c == '\\'
              && quote == '"'
              && position < line.length()
              && "\"\\".indexOf(line.charAt(position)) >= 0;
      word.append(escape ? line.charAt(position++) : c);
    }
  }

  private char next(String expected) throws IOException {
    if (position == line.length()) {
      throw new IOException("the arguments lack " + expected);
    }
    return line.charAt(position++);
  }

  private void endWord() {
    if (inWord) {
      arguments.add(quoted || !typed ? word.toString() : typed(word.toString()));
    }
    word.setLength(0);
    inWord = false;
    quoted = false;
  }

  private static Object typed(String word) {
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true");
    }
    boolean number =
        !word.isEmpty() && (Character.isDigit(word.charAt(0)) || word.charAt(0) == '-');
    if (!number) {
      return word;
    }
    try {
      return Integer.valueOf(word);
    } catch (NumberFormatException e) {
      return word;
    }
  }
}
