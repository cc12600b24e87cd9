package org.steward.core.config;

import java.util.List;

/** A configuration that cannot be used, with all its problems. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** All problems found, at least one. */
  public ConfigException(List<Problem> problems) {
    super(ProblemText.of(problems));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in file order. */
  public List<Problem> problems() {
    return problems;
  }
}
