package org.steward.shell.session;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The keyboard of the daemon's terminal. Nothing ends a read that waits for a key, so one thread
 * reads for all sessions there are, one after the other: a session's own would take the first keys
 * from the next one.
 */
final class Keyboard {
  private static final Keyboard STANDARD_INPUT =
      new Keyboard(new FileInputStream(FileDescriptor.in));
  private static final int BUFFER = 1024;
  private static final int MOST_PIECES = 16;
  private static final byte[] END = {};

  private final InputStream source;
  private final BlockingQueue<byte[]> typed = new ArrayBlockingQueue<>(MOST_PIECES);
  private boolean reading;

  /**
   * @param source read to its end, and never closed
   */
  Keyboard(InputStream source) {
    this.source = source;
  }

  /** The one of this process. */
  static Keyboard standardInput() {
    return STANDARD_INPUT;
  }

  /** What is typed from now on; a read ends when its thread is interrupted. One at a time. */
  synchronized InputStream listen() {
    if (!typed.contains(END)) {
      typed.clear();
    }
    if (!reading) {
      reading = true;
      Thread.ofPlatform().name("console-input").daemon().start(this::read);
    }
    return new Typed();
  }

  private void read() {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int count = readSome(buffer); count > 0; count = readSome(buffer)) {
        typed.put(Arrays.copyOf(buffer, count));
      }
      typed.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A terminal that is gone has nothing more to say either. */
  private int readSome(byte[] buffer) {
    try {
      return source.read(buffer);
    } catch (IOException e) {
      return -1;
    }
  }

  private final class Typed extends InputStream {
    private byte[] piece = END;
    private int next;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0 && next == piece.length) {
        piece = take();
        next = 0;
        if (piece.length == 0) {
          typed.offer(END); // for whoever asks again
          return -1;
        }
      }
      int count = Math.min(length, piece.length - next);
      System.arraycopy(piece, next, bytes, offset, count);
      next += count;
      return count;
    }

    private byte[] take() throws IOException {
      try {
        return typed.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }
}
