package org.steward.core.daemon;

/** Why the daemon cannot start, in words for its user. */
final class StartupException extends Exception {
  private static final long serialVersionUID = 1L;

  StartupException(String message) {
    super(message, null, false, false);
  }

  /** The words. */
  String words() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
