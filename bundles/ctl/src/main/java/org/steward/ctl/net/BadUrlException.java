package org.steward.ctl.net;

import java.io.IOException;

/** A server URL that cannot be used, with the reason as its message. */
public final class BadUrlException extends IOException {

  private static final long serialVersionUID = 1L;

  BadUrlException(String message) {
    super(message);
  }
}
