package org.steward.core.output;

import java.util.Arrays;

/**
 * Removes ANSI escape sequences from a stream: from {@code ESC [} to the first of the letters that
 * Supervisor takes for the end of a sequence, wherever reads tore it apart.
 */
final class AnsiStripper {
  private static final byte ESC = 0x1b;
  private static final String TERMINATORS = "HfABCDRsuJKhlpm";
  private static final byte[] NOTHING = {};

  private State state = State.TEXT;

  /** Returns what is left of the bytes; an escape at their end is held until its sequel comes. */
  byte[] strip(byte[] bytes, int from, int to) {
    if (state == State.TEXT && indexOf(bytes, from, to) < 0) {
      return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }
    byte[] left = new byte[to - from + 1];
    int count = 0;
    for (int i = from; i < to; i++) {
      count = step(bytes[i], left, count);
    }
    return Arrays.copyOf(left, count);
  }

  /** The stream ends or turns elsewhere; returns what was held. */
  byte[] end() {
    byte[] held = state == State.ESCAPE ? new byte[] {ESC} : NOTHING;
    state = State.TEXT;
    return held;
  }

  private int step(byte next, byte[] out, int count) {
    int written = count;
    switch (state) {
      case TEXT -> written = text(next, out, written);
      case ESCAPE -> {
        if (next == '[') {
          state = State.SEQUENCE;
        } else {
          out[written++] = ESC;
          written = text(next, out, written);
        }
      }
      case SEQUENCE -> state = TERMINATORS.indexOf(next) >= 0 ? State.TEXT : State.SEQUENCE;
    }
    return written;
  }

  private int text(byte next, byte[] out, int count) {
    if (next == ESC) {
      state = State.ESCAPE;
      return count;
    }
    state = State.TEXT;
    out[count] = next;
    return count + 1;
  }

  private static int indexOf(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ESC) {
        return i;
      }
    }
    return -1;
  }

  /** How far it is. */
  State state() {
    return state;
  }

  /** Goes on where another one was. */
  void resume(State before) {
    state = before;
  }

  /** Where it stands between two bytes. */
  enum State {
    TEXT,
    /** After an escape that may begin a sequence. */
    ESCAPE,
    SEQUENCE
  }
}
