package org.steward.core.output;

import java.util.Arrays;

/**
 * What was captured between the tags, with Supervisor's bound: a piece that would make it exceed
 * its limit first pushes out as many of the oldest bytes as it brings. A single piece may exceed
 * it.
 */
final class CaptureBuffer {
  private final long limit;
  private byte[] bytes = {};

  CaptureBuffer(long limit) {
    this.limit = limit;
  }

  void add(byte[] more) {
    int dropped = bytes.length + (long) more.length > limit ? more.length : 0;
    byte[] kept = Arrays.copyOfRange(bytes, Math.min(dropped, bytes.length), bytes.length);
    bytes = Arrays.copyOf(kept, kept.length + more.length);
    System.arraycopy(more, 0, bytes, kept.length, more.length);
  }

  /** What is in it; not to be modified. */
  byte[] bytes() {
    return bytes;
  }

  /** Empties it. */
  byte[] take() {
    byte[] taken = bytes;
    bytes = new byte[0];
    return taken;
  }
}
