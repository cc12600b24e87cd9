package org.steward.core.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a configuration.
 *
 * @param file where
 * @param line where in it, 0 where no line is to blame
 * @param section the section, null outside of any
 * @param key the key, null where the section as a whole is wrong
 * @param value the value as written, null where there is none
 * @param message what is wrong and what was expected
 */
public record Problem(
    String file,
    int line,
    @Nullable String section,
    @Nullable String key,
    @Nullable String value,
    String message) {
  /** The problem on one line: {@code file:line: [section] key=value: message}. */
  public String text() {
    return ProblemText.of(this);
  }
}
