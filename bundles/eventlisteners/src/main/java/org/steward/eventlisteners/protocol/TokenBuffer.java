package org.steward.eventlisteners.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a listener has written and nobody has understood yet: a queue of bytes. */
final class TokenBuffer {
  private byte[] bytes = new byte[64];
  private int start;
  private int end;

  /** Up to here there is no line feed; saves searching the same bytes with each read. */
  private int searched;

  int size() {
    return end - start;
  }

  /** A copy of what it holds. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  boolean isEmpty() {
    return start == end;
  }

  void append(byte[] more) {
    if (bytes.length - end < more.length) {
      makeRoom(more.length);
    }
    System.arraycopy(more, 0, bytes, end, more.length);
    end += more.length;
  }

  boolean startsWith(byte[] token) {
    return size() >= token.length
        && Arrays.equals(bytes, start, start + token.length, token, 0, token.length);
  }

  /** Takes the bytes up to the next line feed, and drops that; null where there is none yet. */
  byte @Nullable [] takeLine() {
    for (int i = Math.max(searched, start); i < end; i++) {
      if (bytes[i] == '\n') {
        byte[] line = take(i - start);
        skip(1);
        return line;
      }
    }
    searched = end;
    return null;
  }

  /** Takes the first bytes, of which there must be enough. */
  byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(bytes, start, start + length);
    skip(length);
    return taken;
  }

  void skip(int length) {
    start += length;
    if (start == end) {
      clear();
    }
  }

  void clear() {
    start = 0;
    end = 0;
    searched = 0;
  }

  private void makeRoom(int length) {
    int size = size();
    byte[] target =
        bytes.length - size < length ? new byte[Math.max(size + length, bytes.length * 2)] : bytes;
    System.arraycopy(bytes, start, target, 0, size);
    bytes = target;
    searched = Math.max(0, searched - start);
    start = 0;
    end = size;
  }
}
