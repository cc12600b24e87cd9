package org.steward.rpc.codec;

/** The bytes are no XML-RPC call. */
public final class MalformedRequest extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRequest(String reason) {
    super(reason, null, false, false);
  }

  /** What is wrong, for people. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
