package org.steward.core.config.ini;

/** Finds where a line's comment starts, as Python's parser does. */
final class Comments {
  private static final int NONE = -1;

  private Comments() {}

  /** Index of the comment's first character, -1 where the line has none. */
  static int startIn(String line) {
    int indent = PythonText.indentOf(line);
    if (indent < line.length() && isMark(line.charAt(indent))) {
      return 0;
    }
    return inlineStart(line);
  }

  private static boolean isMark(char c) {
    return c == ';' || c == '#';
  }

  /**
   * Python looks at the first {@code ;} and the first {@code #} together, then at the second of
   * each, and stops at the first round in which one of them follows a space. So a {@code #} comment
   * hides a {@code ;} comment before it where that is not the first semicolon of its line. Files
   * that rely on what is cut off are read the same here.
   */
  private static int inlineStart(String line) {
    int semicolon = line.indexOf(';');
    int hash = line.indexOf('#');
    while (semicolon >= 0 || hash >= 0) {
      int start = earlier(commentAt(line, semicolon), commentAt(line, hash));
      if (start != NONE) {
        return start;
      }
      semicolon = next(line, ';', semicolon);
      hash = next(line, '#', hash);
    }
    return NONE;
  }

  private static int commentAt(String line, int index) {
    boolean starts = index == 0 || index > 0 && PythonText.isSpace(line.charAt(index - 1));
    return starts ? index : NONE;
  }

  private static int earlier(int a, int b) {
    if (a == NONE || b == NONE) {
      return Math.max(a, b);
    }
    return Math.min(a, b);
  }

  private static int next(String line, char mark, int index) {
    return index < 0 ? NONE : line.indexOf(mark, index + 1);
  }
}
