package org.steward.ctl;

import org.steward.ctl.console.Interrupts;

/** Ctrl-C is never pressed. */
final class FakeInterrupts implements Interrupts {

  @Override
  public Registration onInterrupt(Runnable handler) {
    return () -> {};
  }
}
