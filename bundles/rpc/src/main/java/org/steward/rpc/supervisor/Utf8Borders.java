package org.steward.rpc.supervisor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Where in a file of UTF-8 a piece may be cut. A character belongs to the piece its first byte lies
 * in, so pieces that follow each other have all the text and no half characters, whatever offsets a
 * client chose.
 */
final class Utf8Borders {
  /** A character has at most four bytes: three may lie on either side of an offset. */
  private static final int REACH = 3;

  private Utf8Borders() {}

  /**
   * The border at or after the offset; before it only where the file ends within a character.
   *
   * @param offset a byte's place in the file, or its size
   */
  static long at(FileChannel file, long offset) throws IOException {
    long first = Math.max(0, offset - REACH);
    ByteBuffer around = ByteBuffer.allocate(2 * REACH);
    while (around.hasRemaining() && file.read(around, first + around.position()) > 0) {}
    byte[] bytes = around.array();
    int here = (int) (offset - first);
    int known = around.position();
    for (int lead = here - 1; lead >= 0; lead--) {
      if (!isContinuation(bytes[lead])) {
        return first + cut(bytes, lead, here, known);
      }
    }
    return offset;
  }

  private static int cut(byte[] bytes, int lead, int here, int known) {
    int end = lead + length(bytes[lead]);
    if (end <= here) {
      return here;
    }
    int next = here;
    while (next < end && next < known && isContinuation(bytes[next])) {
      next++;
    }
    return next == known && next < end ? lead : next;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  /** The bytes of a character with this first one; 1 for what cannot begin a longer one. */
  private static int length(byte lead) {
    int b = lead & 0xFF;
    if (b < 0xC2 || b > 0xF4) {
      return 1;
    }
    return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  }
}
