package org.steward.samples.superlance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command line as the shell does. Blocks until it has ended, so it belongs on a plugin's own
 * thread.
 */
@FunctionalInterface
public interface Shell {
  /**
   * Runs a command.
   *
   * @param command the command line
   * @param input what it reads
   * @param arguments words put behind the command line as they are
   * @return what it wrote, errors included
   */
  String run(String command, String input, String... arguments);

  /** The shell of the system. */
  static Shell system() {
    return (command, input, arguments) -> {
      List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", command + " \"$@\"", "sh"));
      words.addAll(List.of(arguments));
      try {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
          stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
          // It ended without reading; what it wrote says why.
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot run " + command, e);
      }
    };
  }
}
