package org.steward.ctl.shell;

import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.steward.ctl.console.Interrupts;

/**
 * Ctrl-C under JLine, which keeps the signal for itself while it reads a line and gives it back
 * after.
 */
record TerminalInterrupts(Terminal terminal) implements Interrupts {

  @Override
  public Registration onInterrupt(Runnable handler) {
    SignalHandler before = terminal.handle(Signal.INT, signal -> handler.run());
    return () -> terminal.handle(Signal.INT, before);
  }
}
