package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;

/** Counts the characters (code points) of UTF-8 text, as strictly as Python decodes it. */
final class Utf8 {
  /** The answer where the bytes are not UTF-8. */
  static final int MALFORMED = -1;

  private Utf8() {}

  /** The number of characters, or {@link #MALFORMED}. */
  static int characters(byte[] bytes) {
    if (isAscii(bytes)) {
      return bytes.length;
    }
    try {
      CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Character.codePointCount(text, 0, text.length());
    } catch (CharacterCodingException malformed) {
      return MALFORMED;
    }
  }

  private static boolean isAscii(byte[] bytes) {
    int all = 0;
    for (byte value : bytes) {
      all |= value;
    }
    return all >= 0;
  }
}
