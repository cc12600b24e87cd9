package org.steward.core.posix.testing;

import org.steward.core.posix.PollEvents;

/** The events of one virtual wait. */
final class FakeEvents implements PollEvents {
  private final long[] tokens;
  private final int[] bits;
  private int size;

  FakeEvents(int capacity) {
    tokens = new long[capacity];
    bits = new int[capacity];
  }

  void clear() {
    size = 0;
  }

  void add(long token, int events) {
    tokens[size] = token;
    bits[size] = events;
    size++;
  }

  int size() {
    return size;
  }

  @Override
  public int capacity() {
    return tokens.length;
  }

  @Override
  public long token(int i) {
    checkIndex(i);
    return tokens[i];
  }

  @Override
  public int events(int i) {
    checkIndex(i);
    return bits[i];
  }

  private void checkIndex(int i) {
    if (i >= size) {
      throw new AssertionError("event " + i + " was asked for, but the wait brought " + size);
    }
  }
}
