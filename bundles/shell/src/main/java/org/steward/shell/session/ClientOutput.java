package org.steward.shell.session;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A client's stream: whole pieces are sent on as they are written, for nobody flushes what Gogo
 * writes through its channels, and it outlives what is made of it.
 */
final class ClientOutput extends FilterOutputStream {
  ClientOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
