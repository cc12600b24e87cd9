package org.steward.ctl.console;

import org.jline.utils.Signals;

/**
 * Takes SIGINT from the JVM, which by itself would end the process with status 130. JLine's helper
 * is used for its reflection: compiling against {@code sun.misc.Signal} cannot be done without a
 * warning.
 */
public final class SignalInterrupts implements Interrupts {

  private static final String INTERRUPT = "INT";

  @Override
  public Registration onInterrupt(Runnable handler) {
    Object before = Signals.register(INTERRUPT, handler);
    return () -> Signals.unregister(INTERRUPT, before);
  }
}
