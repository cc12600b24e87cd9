package org.steward.ctl.rpc;

import java.io.IOException;

/** The server's answer is not what the method promises, or no XML-RPC at all. */
public final class UnexpectedAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what came and what was expected
   */
  public UnexpectedAnswerException(String message) {
    super(message);
  }
}
