package org.steward.core.output;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Bytes that a target did not take yet, in order, with whose they are. Loop only. */
final class Backlog {
  private final Deque<Piece> pieces = new ArrayDeque<>();

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  void add(LogWriter owner, byte[] bytes) {
    pieces.add(new Piece(owner, bytes));
  }

  Collection<Piece> pieces() {
    return pieces;
  }

  @Nullable Piece first() {
    return pieces.peek();
  }

  /** Takes away what was written of the first piece. */
  void written(int count) {
    Piece first = pieces.remove();
    if (count < first.bytes.length) {
      byte[] rest = Arrays.copyOfRange(first.bytes, count, first.bytes.length);
      pieces.addFirst(new Piece(first.owner, rest));
    }
  }

  /** Bytes written in one go, which are not to be torn apart by a rotation. */
  record Piece(LogWriter owner, byte[] bytes) {}
}
