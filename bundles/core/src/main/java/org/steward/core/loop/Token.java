package org.steward.core.loop;

/** What comes back from epoll: what kind of descriptor it was, and whose. */
final class Token {
  static final int WAKE = 1;
  static final int SIGNAL = 2;
  static final int EXIT = 3;
  static final int STDIN = 4;
  static final int LISTENER = 5;

  private static final int KIND_SHIFT = 56;
  private static final long OWNER_MASK = (1L << KIND_SHIFT) - 1;

  private Token() {}

  static long of(int kind, long owner) {
    return ((long) kind << KIND_SHIFT) | owner;
  }

  static int kind(long token) {
    return (int) (token >>> KIND_SHIFT);
  }

  static long owner(long token) {
    return token & OWNER_MASK;
  }
}
