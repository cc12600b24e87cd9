package org.steward.core.config.schema;

/** A text is no value of its type. The message says what was expected. */
public final class BadValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String expectation;

  /** With what was expected. */
  public BadValueException(String expectation) {
    super(expectation);
    this.expectation = expectation;
  }

  @Override
  public String getMessage() {
    return expectation;
  }
}
