package org.steward.core.config.schema;

import org.steward.core.config.Host;

/**
 * How an option's text becomes a value.
 *
 * @param name what the reference calls it
 * @param meaning which texts it takes, a sentence for the reference
 * @param parser the conversion
 */
public record ValueType<T>(String name, String meaning, Parser<T> parser) {
  /** A conversion. */
  @FunctionalInterface
  public interface Parser<T> {
    /**
     * Converts an expanded text.
     *
     * @param host the machine that paths and names refer to
     * @throws BadValueException where the text is no such value
     */
    T parse(String text, Host host) throws BadValueException;
  }

  /** Converts an expanded text. */
  public T parse(String text, Host host) throws BadValueException {
    return parser.parse(text, host);
  }
}
