package org.steward.web.shell;

import java.io.IOException;
import java.io.OutputStream;

/** Gathers bytes until they are flushed, and sends them in frames of one kind. Any thread. */
final class FrameOutput extends OutputStream {
  private static final int SIZE = 4 * 1024;

  private final OutputStream line;
  private final byte[] frame = new byte[Frames.HEADER + SIZE];
  private int size;

  /**
   * @param line takes whole frames; shared by outputs, and locked for a frame
   * @param kind the kind of its frames
   */
  FrameOutput(OutputStream line, int kind) {
    this.line = line;
    frame[0] = (byte) kind;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    frame[Frames.HEADER + size] = (byte) b;
    size++;
    if (size == SIZE) {
      flush();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      int fits = Math.min(SIZE - size, length - written);
      System.arraycopy(bytes, offset + written, frame, Frames.HEADER + size, fits);
      size += fits;
      written += fits;
      if (size == SIZE) {
        flush();
      }
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    if (size > 0) {
      frame[1] = (byte) (size >> 8);
      frame[2] = (byte) size;
      int length = Frames.HEADER + size;
      size = 0;
      synchronized (line) {
        line.write(frame, 0, length);
      }
    }
  }
}
