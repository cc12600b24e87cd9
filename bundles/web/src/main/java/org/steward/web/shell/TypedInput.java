package org.steward.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What a client typed and a session has not read yet. One thread adds and waits where too much is
 * unread, another one reads.
 */
final class TypedInput extends InputStream {
  private static final int MOST_PIECES = 16;
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST_PIECES);
  private byte[] piece = {};
  private int next;

  /** Adds bytes, not to be modified any more. */
  void add(byte[] typed) throws InterruptedException {
    if (typed.length > 0) {
      pieces.put(typed);
    }
  }

  /** There will be no more. */
  void end() throws InterruptedException {
    pieces.put(END);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (length > 0 && next == piece.length) {
      byte[] taken = take();
      if (taken.length == 0) {
        pieces.offer(END); // for whoever asks again
        return -1;
      }
      piece = taken;
      next = 0;
    }
    int count = Math.min(length, piece.length - next);
    System.arraycopy(piece, next, bytes, offset, count);
    next += count;
    return count;
  }

  private byte[] take() throws IOException {
    try {
      return pieces.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public int available() {
    return piece.length - next;
  }
}
