package org.steward.ctl.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream, in UTF-8: a script on standard input, or a terminal without a shell around it.
 * Reads no further than the line asked for, so that what follows is left to others.
 */
public final class StreamInput implements Input {

  private final InputStream in;
  private final Output out;

  /**
   * @param in the lines
   * @param out gets the prompts
   */
  public StreamInput(InputStream in, Output out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public @Nullable String line(String prompt) {
    out.text(prompt);
    out.flush();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = next();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = next();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** An unreadable input is treated as an ended one: there is nobody to ask what to do about it. */
  private int next() {
    try {
      return in.read();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public @Nullable String secret(String prompt) {
    java.io.Console terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      return line(prompt);
    }
    out.flush();
    char[] typed = terminal.readPassword("%s", prompt);
    return typed == null ? null : new String(typed);
  }

  @Override
  public @Nullable String answer(String prompt) {
    return line(prompt);
  }
}
