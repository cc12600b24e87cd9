package org.steward.rpc.dispatch;

/** A namespace that cannot be served as it is. */
final class InvalidNamespace extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidNamespace(String reason) {
    super(reason, null, false, false);
  }

  /** Why, for its author. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
