package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The line before a listener's answer, {@code RESULT n}, read as leniently as Supervisor does. */
final class ResultLine {
  /** The length told by a line that makes no sense. */
  static final int BAD = -1;

  /** Results longer than this make no sense either; Supervisor has no bound. */
  static final int LONGEST_RESULT = 1 << 20;

  private static final int WORD_LENGTH = "RESULT ".length();

  private ResultLine() {}

  /**
   * How many bytes follow: what stands after the first seven bytes, whatever those are, with blanks
   * around it or not; {@link #BAD} where that is no length.
   */
  static int length(byte[] line) {
    int start = Math.min(WORD_LENGTH, line.length);
    String digits = new String(line, start, line.length - start, ISO_8859_1).strip();
    try {
      int length = Integer.parseInt(digits);
      return length >= 0 && length <= LONGEST_RESULT ? length : BAD;
    } catch (NumberFormatException nonsense) {
      return BAD;
    }
  }

  /** The line with its end for an answer of so many bytes. */
  static byte[] of(int length) {
    return ("RESULT " + length + "\n").getBytes(ISO_8859_1);
  }

  /** The line as the activity log shows it. */
  static String shown(byte[] line) {
    return Utf8.characters(line) == Utf8.MALFORMED
        ? "Undecodable: " + PythonLiteral.of(line)
        : new String(line, UTF_8);
  }
}
