package org.steward.ctl.console;

/** Says what Ctrl-C does for a while. */
public interface Interrupts {

  /**
   * Lets Ctrl-C run the handler until the returned registration is closed.
   *
   * @param handler runs on a thread of its own
   */
  Registration onInterrupt(Runnable handler);

  /** Restores, on closing, what Ctrl-C did before. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
