package org.steward.ctl.net;

import java.io.IOException;

/** Takes bytes as they arrive. */
@FunctionalInterface
public interface ByteSink {

  /** Takes the bytes; the buffer is the caller's again on return. */
  void accept(byte[] buffer, int offset, int length) throws IOException;
}
