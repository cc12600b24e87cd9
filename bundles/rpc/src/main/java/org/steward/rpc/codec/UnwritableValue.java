package org.steward.rpc.codec;

/** A value XML-RPC has no words for. */
public sealed class UnwritableValue extends RuntimeException permits AnswerTooLarge {
  private static final long serialVersionUID = 1L;

  UnwritableValue(String reason) {
    super(reason, null, false, false);
  }

  /** What is wrong with it, for the client. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
