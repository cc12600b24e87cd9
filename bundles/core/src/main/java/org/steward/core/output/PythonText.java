package org.steward.core.output;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as Supervisor writes them where it leaves the wording to Python. */
public final class PythonText {
  private PythonText() {}

  /** Bytes as text where they are UTF-8; else {@code Undecodable: b'...'}. */
  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "Undecodable: " + repr(bytes);
    }
  }

  /** Bytes as a Python literal, such as {@code b'READY\n'}. */
  public static String repr(byte[] bytes) {
    char quote = contains(bytes, '\'') && !contains(bytes, '"') ? '"' : '\'';
    StringBuilder text = new StringBuilder(bytes.length + 8).append('b').append(quote);
    for (byte b : bytes) {
      append(text, (char) (b & 0xff), quote);
    }
    return text.append(quote).toString();
  }

  private static void append(StringBuilder text, char c, char quote) {
    switch (c) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c == quote || c == '\\') {
          text.append('\\').append(c);
        } else if (c >= ' ' && c < 0x7f) {
          text.append(c);
        } else {
          text.append("\\x").append(Character.forDigit(c >> 4, 16));
          text.append(Character.forDigit(c & 15, 16));
        }
      }
    }
  }

  private static boolean contains(byte[] bytes, char wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }
}
