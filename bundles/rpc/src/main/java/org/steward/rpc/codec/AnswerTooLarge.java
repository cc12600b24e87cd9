package org.steward.rpc.codec;

/** The answer as a whole is longer than one may be. */
public final class AnswerTooLarge extends UnwritableValue {
  private static final long serialVersionUID = 1L;

  AnswerTooLarge(int limit) {
    super("the answer is longer than " + limit + " bytes; ask for less at a time");
  }
}
