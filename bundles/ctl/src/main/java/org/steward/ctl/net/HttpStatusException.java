package org.steward.ctl.net;

import java.io.IOException;

/** The server answered a request with another status than 200. */
public final class HttpStatusException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The status that asks for (other) credentials. */
  public static final int UNAUTHORIZED = 401;

  private final int status;
  private final String reason;

  HttpStatusException(int status, String reason) {
    super(status + " " + reason);
    this.status = status;
    this.reason = reason;
  }

  /** {@return the status code} */
  public int status() {
    return status;
  }

  /** {@return the words that came with the code} */
  public String reason() {
    return reason;
  }
}
