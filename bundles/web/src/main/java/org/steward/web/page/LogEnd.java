package org.steward.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The end of a log as text. */
final class LogEnd {
  private static final int LONGEST_CHARACTER = 4;

  private LogEnd() {}

  /**
   * Reads the last bytes of a file, but for those of a character that begins before them.
   *
   * @param limit how many bytes
   */
  static String read(Path log, int limit) throws IOException {
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
      long start = Math.max(0, channel.size() - limit);
      ByteBuffer bytes = ByteBuffer.allocate((int) (Math.min(channel.size() - start, limit)));
      while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) > 0) {
        // Read on: a file may give less than was asked for.
      }
      bytes.flip();
      if (start > 0) {
        skipRestOfCharacter(bytes);
      }
      return UTF_8.decode(bytes).toString();
    }
  }

  private static void skipRestOfCharacter(ByteBuffer bytes) {
    int skipped = 0;
    while (bytes.hasRemaining()
        && skipped++ < LONGEST_CHARACTER - 1
        && (bytes.get(bytes.position()) & 0xC0) == 0x80) {
      bytes.get();
    }
  }
}
