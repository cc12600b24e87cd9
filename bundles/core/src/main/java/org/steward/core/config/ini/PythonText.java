package org.steward.core.config.ini;

/** What Python calls white space, which is more than {@link String#strip()} removes. */
public final class PythonText {
  private static final char NEXT_LINE = '\u0085';

  private PythonText() {}

  /** Whether {@code str.isspace} holds for the character. */
  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }

  /** {@code str.strip}. */
  public static String strip(String text) {
    int start = indentOf(text);
    return stripEnd(text.substring(start));
  }

  /** {@code str.rstrip}. */
  public static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** How many white space characters the text starts with. */
  public static int indentOf(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }
}
