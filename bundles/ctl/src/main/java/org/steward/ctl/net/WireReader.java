package org.steward.ctl.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Buffered reading of lines and counted bytes. */
final class WireReader {

  private static final int MAX_LINE = 16 * 1024;

  private final Wire wire;
  private final byte[] buffer = new byte[MAX_LINE];
  private int next;
  private int limit;

  WireReader(Wire wire) {
    this.wire = wire;
  }

  private boolean fill() throws IOException {
    next = 0;
    limit = Math.max(0, wire.read(buffer));
    return limit > 0;
  }

  /** {@return the next line without its end} */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (next == limit && !fill()) {
        throw new EOFException("the server closed the connection before its answer was complete");
      }
      int start = next;
      while (next < limit && buffer[next] != '\n') {
        next++;
      }
      line.append(new String(buffer, start, next - start, StandardCharsets.UTF_8));
      if (next < limit) {
        next++;
        return withoutCarriageReturn(line);
      }
      if (line.length() > MAX_LINE) {
        throw new IOException("the answer has a header line of more than " + MAX_LINE + " bytes");
      }
    }
  }

  private static String withoutCarriageReturn(StringBuilder line) {
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    Cursor cursor = new Cursor(bytes);
    copy(count, cursor);
    if (cursor.position < count) {
      throw new EOFException(
          "the server closed the connection after " + cursor.position + " of " + count + " bytes");
    }
    return bytes;
  }

  /** Hands on that many bytes, or as many as there are until the end of the stream. */
  void copy(long count, ByteSink sink) throws IOException {
    long left = count;
    while (left > 0 && (next < limit || fill())) {
      int size = (int) Math.min(left, limit - next);
      sink.accept(buffer, next, size);
      next += size;
      left -= size;
    }
  }

  /** Fills an array. */
  private static final class Cursor implements ByteSink {

    private final byte[] target;
    private int position;

    Cursor(byte[] target) {
      this.target = target;
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
      System.arraycopy(bytes, offset, target, position, length);
      position += length;
    }
  }
}
