package org.steward.itests.harness;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs commands at a terminal and types to them. */
public final class AtTerminal {
  public static final String CTRL_C = "\u0003";
  public static final String CTRL_D = "\u0004";

  private AtTerminal() {}

  /** Once a text is seen and some seconds have passed, keys are pressed. */
  public record Step(String awaited, @Nullable String keys, double seconds) {
    private static final double A_THOUGHT = 0.5;

    /** Keys are pressed as soon as a text is seen. */
    public Step(String awaited, @Nullable String keys) {
      this(awaited, keys, 0);
    }

    /** Nobody types as soon as there is a prompt. */
    public static Step afterAThought(String awaited, String keys) {
      return new Step(awaited, keys, A_THOUGHT);
    }

    private String json() {
      return "[" + quoted(awaited) + "," + quoted(keys) + "," + seconds + "]";
    }

    private static String quoted(@Nullable String text) {
      if (text == null) {
        return "null";
      }
      return text.chars()
          .mapToObj(c -> c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : "" + (char) c)
          .collect(Collectors.joining("", "\"", "\""));
    }
  }

  /** Runs a command to its end; what is awaited in vain fails with status 99. */
  public static Command.Result run(Command command, Step... steps) {
    String script = Stream.of(steps).map(Step::json).collect(Collectors.joining("\n"));
    return command
        .with("TERM", "xterm-256color")
        .under("python3", Resources.directory("terminal").resolve("terminal.py").toString())
        .run(script);
  }
}
