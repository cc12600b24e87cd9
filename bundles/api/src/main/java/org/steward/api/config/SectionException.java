package org.steward.api.config;

import org.jspecify.annotations.Nullable;

/**
 * A section that its plugin cannot use. Its message names the file, the line, the section, the key
 * and its value, then says what was expected.
 */
public final class SectionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PluginSection section;
  private final @Nullable String key;
  private final String problem;

  /**
   * @param section the section
   * @param key the key that is wrong, null where the section as a whole is
   * @param problem what is wrong and what was expected, without place and value
   */
  public SectionException(PluginSection section, @Nullable String key, String problem) {
    super(section.place(key) + problem);
    this.section = section;
    this.key = key;
    this.problem = problem;
  }

  /** The section. */
  public PluginSection section() {
    return section;
  }

  /** The key, null where the section as a whole is wrong. */
  public @Nullable String key() {
    return key;
  }

  /** The key's value as it may be shown, null where it is not set or is a secret. */
  public @Nullable String shownValue() {
    return key == null || SectionText.isSecret(key) ? null : section.values().get(key);
  }

  /** What is wrong, without place and value. */
  public String problem() {
    return problem;
  }
}
