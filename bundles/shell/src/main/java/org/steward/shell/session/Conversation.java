package org.steward.shell.session;

/** How commands are read from a client. Run by the session's thread; closed and resized by any. */
interface Conversation extends AutoCloseable {
  /** Reads and runs commands until there are no more; returns the exit status. */
  int run() throws Exception;

  /** The client's window has another size now. */
  default void resize(int columns, int rows) {}

  /** The client is gone: interrupts what runs. */
  @Override
  void close();
}
