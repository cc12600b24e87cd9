package org.steward.ctl.remote;

import java.io.IOException;
import org.steward.ctl.net.Upgraded;

/**
 * The frames of a session: a byte that tells the kind, two bytes for the length of what follows,
 * high byte first, and so many bytes. One thread reads, any writes.
 */
final class Frames {

  /** To the server: what is typed, or lines of a script. */
  static final char INPUT = 'i';

  /** To the server, empty: a script has no more lines. */
  static final char END = 'e';

  /** To the server: columns and rows of the window, two bytes each. */
  static final char WINDOW = 'w';

  /** From the server: what is to be seen. */
  static final char OUTPUT = 'o';

  /** From the server: what a script has to say of failures. */
  static final char ERROR = 'r';

  /** From the server, the last: a byte with the exit status. */
  static final char EXIT = 'x';

  private static final int HEADER = 3;

  /** Far less than a frame could hold: the server need not keep more. */
  private static final int LONGEST = 8 * 1024;

  private final Upgraded connection;
  private char kind;

  Frames(Upgraded connection) {
    this.connection = connection;
  }

  /** Sends bytes, in as many frames as they take; one for no bytes. */
  void send(char what, byte[] bytes, int length) throws IOException {
    int sent = 0;
    do {
      int size = Math.min(LONGEST, length - sent);
      byte[] frame = new byte[HEADER + size];
      frame[0] = (byte) what;
      frame[1] = (byte) (size >> 8);
      frame[2] = (byte) size;
      System.arraycopy(bytes, sent, frame, HEADER, size);
      connection.write(frame);
      sent += size;
    } while (sent < length);
  }

  /**
   * Waits for the next frame; its kind is told by {@link #kind}.
   *
   * @throws java.io.EOFException if the server ended the session without a word
   */
  byte[] receive() throws IOException {
    byte[] header = connection.read(HEADER);
    kind = (char) (header[0] & 0xFF);
    return connection.read((header[1] & 0xFF) << 8 | header[2] & 0xFF);
  }

  char kind() {
    return kind;
  }
}
