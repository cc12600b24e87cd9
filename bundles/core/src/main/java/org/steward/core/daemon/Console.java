package org.steward.core.daemon;

/** What is said to whoever started the daemon, before there is a log. */
class Console {
  /** Prints to standard output. */
  void out(String text) {
    System.out.print(text);
    System.out.flush();
  }

  /** Prints to standard error. */
  void err(String text) {
    System.err.print(text);
    System.err.flush();
  }
}
