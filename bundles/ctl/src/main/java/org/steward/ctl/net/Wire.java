package org.steward.ctl.net;

import java.io.Closeable;
import java.io.IOException;

/**
 * A connected byte stream. One thread reads and writes; any thread may close it, which ends a
 * blocked read.
 */
interface Wire extends Closeable {

  /** {@return how many bytes were read into the buffer's start, or -1 at the end of the stream} */
  int read(byte[] buffer) throws IOException;

  /** Writes all of the bytes. */
  void write(byte[] bytes) throws IOException;
}
