package org.steward.ctl.console;

import org.jspecify.annotations.Nullable;

/** Where commands and answers come from. For one thread; blocks until there is a line. */
public interface Input {

  /**
   * Shows a prompt and waits for a line.
   *
   * @return the line without its end, or null at the end of the input
   * @throws InputInterruptedException if Ctrl-C was pressed instead
   */
  @Nullable String line(String prompt) throws InputInterruptedException;

  /** Like {@link #line}, without showing what is typed or remembering it. */
  @Nullable String secret(String prompt) throws InputInterruptedException;

  /** Like {@link #line}, for an answer that has no place among the remembered commands. */
  @Nullable String answer(String prompt) throws InputInterruptedException;
}
