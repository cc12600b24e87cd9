package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Strings for the system. Text is UTF-8; a byte that is not goes as a lone surrogate U+DC80 to
 * U+DCFF, as Python has it, so that any environment and file name passes through unharmed.
 */
final class NativeText {
  private static final char FIRST_ESCAPE = '\uDC80';
  private static final char LAST_ESCAPE = '\uDCFF';

  private NativeText() {}

  /** The address of a NUL-terminated copy that lives as long as the arena. */
  static long string(Arena arena, String text) {
    byte[] bytes = encode(text);
    MemorySegment copy = arena.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, copy, JAVA_BYTE, 0, bytes.length);
    return copy.address();
  }

  /** The address of a NULL-terminated array of strings that lives as long as the arena. */
  static long strings(Arena arena, List<String> texts) {
    byte[][] encoded = new byte[texts.size()][];
    long size = 0;
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = encode(texts.get(i));
      size += encoded[i].length + 1;
    }
    long pointers = (encoded.length + 1) * Long.BYTES;
    MemorySegment block = arena.allocate(pointers + size, Long.BYTES);
    long at = pointers;
    for (int i = 0; i < encoded.length; i++) {
      block.setAtIndex(JAVA_LONG, i, block.address() + at);
      MemorySegment.copy(encoded[i], 0, block, JAVA_BYTE, at, encoded[i].length);
      at += encoded[i].length + 1;
    }
    return block.address();
  }

  /** The text up to the first NUL. */
  static String decode(MemorySegment memory) {
    int length = 0;
    while (memory.get(JAVA_BYTE, length) != 0) {
      length++;
    }
    byte[] bytes = new byte[length];
    MemorySegment.copy(memory, JAVA_BYTE, 0, bytes, 0, length);
    return decode(bytes);
  }

  static String decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (0xDC00 + (in.get() & 0xff)));
      }
    }
  }

  static byte[] encode(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("cannot hand a NUL character to the system: " + text);
    }
    if (text.chars().noneMatch(c -> c >= FIRST_ESCAPE && c <= LAST_ESCAPE)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    text.codePoints().forEach(point -> encode(point, bytes));
    return bytes.toByteArray();
  }

  private static void encode(int point, ByteArrayOutputStream bytes) {
    if (point >= FIRST_ESCAPE && point <= LAST_ESCAPE) {
      bytes.write(point - 0xDC00);
    } else {
      bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }
  }
}
