package org.steward.rpc.codec;

/**
 * Text that is escaped while it is gathered, so that a large one is held once and in its final
 * form. Used by one thread.
 */
public final class EscapedText implements WireValue {
  private final ByteSink escaped;

  /**
   * An empty text.
   *
   * @param expected its likely length in bytes
   * @param limits the bounds of the answer it becomes part of
   */
  public EscapedText(int expected, Limits limits) {
    escaped = new ByteSink(expected, limits.answerBytes());
  }

  /** Appends text; a surrogate pair must not be split between two calls. */
  public void append(CharSequence text) {
    escaped.text(text);
  }

  @Override
  public void writeTo(AnswerWriter out) {
    out.escaped(escaped);
  }
}
