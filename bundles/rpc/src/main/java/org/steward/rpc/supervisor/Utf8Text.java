package org.steward.rpc.supervisor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.steward.rpc.codec.EscapedText;

/** Decodes a file's bytes in small steps; what is not UTF-8 becomes U+FFFD. Used once. */
final class Utf8Text {
  private static final int STEP = 16 * 1024;

  private final FileChannel file;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  Utf8Text(FileChannel file) {
    this.file = file;
  }

  /** Appends the file's text between two places; less where the file shrinks meanwhile. */
  void copy(long from, long to, EscapedText text) throws IOException {
    int step = (int) Math.min(STEP, to - from + 1);
    ByteBuffer bytes = ByteBuffer.allocate(step);
    CharBuffer chars = CharBuffer.allocate(step);
    long place = from;
    boolean end = false;
    while (!end) {
      bytes.limit((int) Math.min(bytes.capacity(), bytes.position() + to - place));
      int count = file.read(bytes, place);
      place += Math.max(0, count);
      end = count <= 0;
      decoder.decode(bytes.flip(), chars, end);
      bytes.compact();
      text.append(chars.flip());
      chars.clear();
    }
  }
}
