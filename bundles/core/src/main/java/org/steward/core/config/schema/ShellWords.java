package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits text into words and single punctuation characters as Python's {@code shlex} does in POSIX
 * mode: quotes and backslashes as in a shell, {@code #} up to the end of the line is a comment.
 */
final class ShellWords {
  private static final String WORD_PUNCTUATION = "_/.+-():";
  private static final String SPACE = " \t\r\n";
  private static final char BACKSLASH = '\\';
  private static final char DOUBLE_QUOTE = '"';

  private final String text;
  private final List<String> comments = new ArrayList<>();
  private int position;

  ShellWords(String text) {
    this.text = text;
  }

  /** The next word or punctuation character, empty at the end. */
  Optional<String> next() throws BadValueException {
    skipSpace();
    if (atEnd()) {
      return Optional.empty();
    }
    char first = text.charAt(position);
    if (!startsWord(first)) {
      position++;
      return Optional.of(String.valueOf(first));
    }
    return Optional.of(word());
  }

  private void skipSpace() {
    while (!atEnd()) {
      char c = text.charAt(position);
      if (c == '#') {
        skipLine();
      } else if (SPACE.indexOf(c) >= 0) {
        position++;
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    int end = text.indexOf('\n', position);
    int stop = end < 0 ? text.length() : end;
    comments.add(text.substring(position, stop));
    position = Math.min(stop + 1, text.length());
  }

  /** The comments passed over so far. */
  List<String> comments() {
    return comments;
  }

  private String word() throws BadValueException {
    StringBuilder word = new StringBuilder();
    while (!atEnd()) {
      char c = text.charAt(position++);
      if (isQuote(c)) {
        quoted(word, c);
      } else if (c == BACKSLASH) {
        word.append(escaped());
      } else if (isWordCharacter(c)) {
        word.append(c);
      } else {
        position--;
        break;
      }
    }
    return word.toString();
  }

  private void quoted(StringBuilder word, char quote) throws BadValueException {
    while (!atEnd()) {
      char c = text.charAt(position++);
      if (c == quote) {
        return;
      }
      if (c == BACKSLASH && quote == DOUBLE_QUOTE) {
        char next = escaped();
        if (next != BACKSLASH && next != quote) {
          word.append(BACKSLASH);
        }
        word.append(next);
      } else {
        word.append(c);
      }
    }
    throw new BadValueException("expected a closing " + quote);
  }

  private char escaped() throws BadValueException {
    if (atEnd()) {
      throw new BadValueException("expected a character after the backslash at the end");
    }
    return text.charAt(position++);
  }

  private boolean atEnd() {
    return position >= text.length();
  }

  private static boolean startsWord(char c) {
    return isWordCharacter(c) || isQuote(c) || c == BACKSLASH;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == DOUBLE_QUOTE;
  }

  /** ASCII letters and digits, the letters of Latin-1, and what Supervisor adds. */
  private static boolean isWordCharacter(char c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c) || WORD_PUNCTUATION.indexOf(c) >= 0;
    }
    return c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7;
  }
}
