package org.steward.ctl;

import org.steward.ctl.console.Interrupts;

/** Ctrl-C is never pressed; what would become of it can be asked. */
final class FakeInterrupts implements Interrupts {

  private volatile boolean taken;

  @Override
  public Registration onInterrupt(Runnable handler) {
    taken = true;
    return () -> taken = false;
  }

  /** Whether Ctrl-C would be taken now, rather than end the JVM. */
  boolean areTaken() {
    return taken;
  }
}
