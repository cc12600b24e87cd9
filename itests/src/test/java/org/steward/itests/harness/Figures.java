package org.steward.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What a test measured, as {@code name=value} lines in {@code target/figures}. */
public final class Figures {

  private Figures() {}

  /** Writes the figures of a test, replacing those of an earlier run. */
  public static void write(String test, Map<String, ?> figures) {
    Path folder = Path.of("target", "figures");
    String text =
        figures.entrySet().stream()
            .map(figure -> figure.getKey() + "=" + figure.getValue() + "\n")
            .sorted()
            .collect(Collectors.joining());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(test + ".properties"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
