package org.steward.eventlisteners.protocol;

import java.util.HexFormat;

/**
 * Bytes as Python writes them in source, which is how Supervisor shows what it cannot decode: in
 * payloads and log lines that tools read.
 */
final class PythonLiteral {
  private static final HexFormat HEX = HexFormat.of();

  private PythonLiteral() {}

  /** The literal {@code b'...'}; in double quotes where it holds single ones and no double ones. */
  static String of(byte[] bytes) {
    char quote = contains(bytes, '\'') && !contains(bytes, '"') ? '"' : '\'';
    StringBuilder literal = new StringBuilder(bytes.length + 16).append('b').append(quote);
    for (byte value : bytes) {
      append(literal, value, quote);
    }
    return literal.append(quote).toString();
  }

  private static void append(StringBuilder literal, byte value, char quote) {
    switch (value) {
      case '\t' -> literal.append("\\t");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\\' -> literal.append("\\\\");
      default -> {
        if (value == quote) {
          literal.append('\\').append(quote);
        } else if (value >= ' ' && value < 0x7f) {
          literal.append((char) value);
        } else {
          HEX.toHexDigits(literal.append("\\x"), value);
        }
      }
    }
  }

  private static boolean contains(byte[] bytes, char wanted) {
    for (byte value : bytes) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }
}
