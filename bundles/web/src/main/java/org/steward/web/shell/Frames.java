package org.steward.web.shell;

/**
 * What travels on a connection taken over for the shell, in frames both ways: a byte that tells the
 * kind, two bytes for the length of what follows, high byte first, and so many bytes.
 */
final class Frames {
  /** The protocol's name in the {@code Upgrade} headers; another number if it ever changes. */
  static final String PROTOCOL = "steward-shell/1";

  /** From the client: what is typed, or lines of a script. */
  static final int INPUT = 'i';

  /** From the client, empty: a script has no more lines. */
  static final int END = 'e';

  /** From the client: columns and rows of its window, two bytes each. */
  static final int WINDOW = 'w';

  /** To the client: what is to be seen. */
  static final int OUTPUT = 'o';

  /** To the client: what a script has to say of failures. */
  static final int ERROR = 'r';

  /** To the client, the last: a byte with the exit status. */
  static final int EXIT = 'x';

  static final int LONGEST = 0xFFFF;
  static final int HEADER = 3;

  private Frames() {}
}
