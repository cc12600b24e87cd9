package org.steward.ctl.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output or error as bytes in UTF-8, whatever the locale: names and logs must come out as
 * they went in. Text is gathered until {@link #flush}, which has to be called before anything that
 * may take time. For any thread.
 */
public final class Output {

  private static final int LARGE = 8192;

  private final OutputStream target;
  private byte[] buffer = new byte[LARGE];
  private int size;
  private boolean broken;

  /**
   * @param target takes the bytes, unbuffered
   */
  public Output(OutputStream target) {
    this.target = target;
  }

  /** {@return the process's standard output} */
  public static Output standard() {
    return new Output(new FileOutputStream(FileDescriptor.out));
  }

  /** {@return the process's standard error} */
  public static Output error() {
    return new Output(new FileOutputStream(FileDescriptor.err));
  }

  /** Adds a text. */
  public void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes(bytes, 0, bytes.length);
  }

  /** Adds a text and a line feed. */
  public void line(String text) {
    text(text + "\n");
  }

  /** Adds bytes as they are. */
  public synchronized void bytes(byte[] bytes, int offset, int length) {
    if (size + length > buffer.length) {
      flush();
    }
    if (length > buffer.length) {
      write(bytes, offset, length);
      return;
    }
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
  }

  /** Hands on what was gathered. */
  public synchronized void flush() {
    if (size > 0) {
      write(buffer, 0, size);
      size = 0;
    }
  }

  /**
   * A reader that went away is no reason to stop what the action does; it is told by {@link
   * #isBroken}.
   */
  private void write(byte[] bytes, int offset, int length) {
    if (broken) {
      return;
    }
    try {
      target.write(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
    }
  }

  /** {@return whether some output could not be written} */
  public synchronized boolean isBroken() {
    return broken;
  }
}
