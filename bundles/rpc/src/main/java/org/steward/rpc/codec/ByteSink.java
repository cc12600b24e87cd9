package org.steward.rpc.codec;

import java.util.Arrays;

/**
 * A growing array of bytes with an upper bound, and the escaping of text into XML. Used by one
 * thread.
 */
final class ByteSink {
  private static final byte[] LT = ascii("&lt;");
  private static final byte[] GT = ascii("&gt;");
  private static final byte[] AMP = ascii("&amp;");
  private static final byte[] CR = ascii("&#13;");
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final int limit;
  private byte[] bytes;
  private int size;

  ByteSink(int initial, int limit) {
    this.bytes = new byte[Math.min(initial, limit)];
    this.limit = limit;
  }

  int size() {
    return size;
  }

  /** Forgets what was written since it had the given size. */
  void truncate(int size) {
    this.size = size;
  }

  void append(byte[] source) {
    append(source, 0, source.length);
  }

  void append(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  void appendTo(ByteSink other) {
    other.append(bytes, 0, size);
  }

  void number(int value) {
    append(ascii(Integer.toString(value)));
  }

  /** Appends text, escaped; what XML 1.0 cannot carry becomes U+FFFD. */
  void text(CharSequence text) {
    int length = text.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' || c == '\n') {
        put(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        fourBytes(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        special(c);
      }
    }
  }

  private void special(char c) {
    switch (c) {
      case '<' -> append(LT);
      case '>' -> append(GT);
      case '&' -> append(AMP);
      // A bare one would reach the client as a line feed.
      case '\r' -> append(CR);
      case '\t' -> put(c);
      default -> {
        if (c < ' ' || Character.isSurrogate(c) || c >= 0xFFFE) {
          append(REPLACEMENT);
        } else {
          upToThreeBytes(c);
        }
      }
    }
  }

  private void upToThreeBytes(char c) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6);
      put(0x80 | c & 0x3F);
    } else {
      put(0xE0 | c >> 12);
      put(0x80 | c >> 6 & 0x3F);
      put(0x80 | c & 0x3F);
    }
  }

  private void fourBytes(int codePoint) {
    put(0xF0 | codePoint >> 18);
    put(0x80 | codePoint >> 12 & 0x3F);
    put(0x80 | codePoint >> 6 & 0x3F);
    put(0x80 | codePoint & 0x3F);
  }

  private void put(int b) {
    if (size == bytes.length) {
      ensure(1);
    }
    bytes[size++] = (byte) b;
  }

  private void ensure(int more) {
    long needed = (long) size + more;
    if (needed > bytes.length) {
      if (needed > limit) {
        throw new AnswerTooLarge(limit);
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(needed, bytes.length * 2L)));
    }
  }

  byte[] toByteArray() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
