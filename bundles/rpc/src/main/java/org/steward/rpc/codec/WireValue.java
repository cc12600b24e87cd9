package org.steward.rpc.codec;

/**
 * A value that writes itself, with no tree of maps and lists in between. Written once, on the
 * thread that encodes the answer.
 */
@FunctionalInterface
public interface WireValue {
  /** Writes exactly one value. */
  void writeTo(AnswerWriter out);
}
