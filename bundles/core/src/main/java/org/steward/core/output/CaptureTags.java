package org.steward.core.output;

import java.nio.charset.StandardCharsets;

/**
 * Finds the tags that begin and end capture mode in a stream of bytes, wherever reads tore it
 * apart. Nothing is held back but the beginning of what may become a tag.
 */
final class CaptureTags {
  private static final Tag BEGIN = new Tag("<!--XSUPERVISOR:BEGIN-->");
  private static final Tag END = new Tag("<!--XSUPERVISOR:END-->");

  private final Receiver receiver;
  private Tag expected = BEGIN;
  private int matched;

  CaptureTags(Receiver receiver) {
    this.receiver = receiver;
  }

  void take(byte[] bytes) {
    int from = -matched;
    for (int i = 0; i < bytes.length; i++) {
      matched = expected.matchedAfter(matched, bytes[i]);
      if (matched == expected.bytes.length) {
        pass(bytes, from, i + 1 - matched);
        toggle();
        from = i + 1;
      }
    }
    pass(bytes, from, bytes.length - matched);
  }

  /** How many bytes of the next tag the stream ends with. */
  int matched() {
    return matched;
  }

  /** Goes on where another one was. */
  void resume(boolean capturing, int seen) {
    expected = capturing ? END : BEGIN;
    if (seen < 0 || seen >= expected.bytes.length) {
      throw new IllegalArgumentException("cannot have seen " + seen + " bytes of a tag");
    }
    matched = seen;
  }

  /** The stream has ended: what looked like the beginning of a tag is none. */
  void end() {
    receiver.text(expected.bytes, 0, matched);
    matched = 0;
  }

  /** Passes bytes on; a negative index counts back into what earlier reads had matched. */
  private void pass(byte[] bytes, int from, int to) {
    if (from < 0) {
      int heldTo = Math.min(to, 0) - from;
      receiver.text(expected.bytes, 0, Math.max(heldTo, 0));
    }
    receiver.text(bytes, Math.max(from, 0), to);
  }

  private void toggle() {
    matched = 0;
    boolean capturing = expected == BEGIN;
    expected = capturing ? END : BEGIN;
    receiver.capture(capturing);
  }

  /** Takes what lies between the tags and outside of them. */
  interface Receiver {
    /** Takes bytes, none where {@code to} is not above {@code from}. */
    void text(byte[] bytes, int from, int to);

    /** Capture mode begins or ends. */
    void capture(boolean on);
  }

  /** A tag, with the table of Knuth, Morris and Pratt. */
  private static final class Tag {
    private final byte[] bytes;
    private final int[] fallback;

    Tag(String text) {
      bytes = text.getBytes(StandardCharsets.US_ASCII);
      fallback = new int[bytes.length];
      for (int i = 1; i < bytes.length; i++) {
        fallback[i] = matchedAfter(fallback[i - 1], bytes[i]);
      }
    }

    /** How many bytes of the tag the input ends with, after one more byte. */
    int matchedAfter(int before, byte next) {
      int length = before;
      while (length > 0 && bytes[length] != next) {
        length = fallback[length - 1];
      }
      return bytes[length] == next ? length + 1 : length;
    }
  }
}
