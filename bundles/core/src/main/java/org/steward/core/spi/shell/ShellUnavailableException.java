package org.steward.core.spi.shell;

/** No session can be opened now; the message says why, in words for the client. */
public final class ShellUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message why
   */
  public ShellUnavailableException(String message) {
    super(message);
  }
}
