package org.steward.eventlisteners.protocol;

import org.steward.core.spi.PoolHost;

/**
 * Says which events a full buffer loses: the first at once, in Supervisor's words, and as long as
 * that goes on how many more, every few seconds. A line for each would be thousands a minute.
 */
final class Overflow {
  static final int SECONDS_BETWEEN_LINES = 10;

  private final String pool;
  private final PoolHost host;
  private boolean quiet;
  private long unsaid;
  private long last;

  Overflow(String pool, PoolHost host) {
    this.pool = pool;
    this.host = host;
  }

  /** An event was dropped. */
  void dropped(long serial) {
    if (quiet) {
      unsaid++;
      last = serial;
    } else {
      say("discarding event " + serial);
      beQuiet();
    }
  }

  private void beQuiet() {
    quiet = true;
    host.later(SECONDS_BETWEEN_LINES, this::goOn);
  }

  private void goOn() {
    quiet = false;
    if (unsaid > 0) {
      sayRest();
      beQuiet();
    }
  }

  /** Says what is not said yet: there will be no more. */
  void close() {
    if (unsaid > 0) {
      sayRest();
    }
  }

  private void sayRest() {
    say("discarding " + unsaid + " more events, the last of them " + last);
    unsaid = 0;
  }

  private void say(String what) {
    host.error("pool " + pool + " event buffer overflowed, " + what);
  }
}
