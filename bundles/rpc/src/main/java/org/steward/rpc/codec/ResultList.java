package org.steward.rpc.codec;

import org.jspecify.annotations.Nullable;

/**
 * The results of a multicall, each encoded as soon as it is there, so that many large ones meet the
 * limit before they fill the heap. Used by one thread at a time.
 */
public final class ResultList implements WireValue {
  private final ByteSink encoded;

  /** An empty list within the bounds of one answer. */
  public ResultList(Limits limits) {
    encoded = new ByteSink(512, limits.answerBytes());
  }

  /**
   * Adds a value.
   *
   * @throws UnwritableValue if it cannot be said in XML-RPC; nothing is added then
   */
  public void add(@Nullable Object value) {
    int before = encoded.size();
    boolean done = false;
    try {
      new AnswerWriter(encoded).value(value);
      done = true;
    } finally {
      if (!done) {
        encoded.truncate(before);
      }
    }
  }

  /** Adds a fault. */
  public void addFault(int code, String text) {
    new AnswerWriter(encoded).faultStruct(code, text);
  }

  @Override
  public void writeTo(AnswerWriter out) {
    out.openArray();
    out.encoded(encoded);
    out.closeArray();
  }
}
