package org.steward.core.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures of tests for {@code docs/reference/resilience.md}. */
final class Figures {
  private Figures() {}

  /** Leaves lines {@code name=value} where the page's script finds them. */
  static void write(String test, String lines) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/figures"));
    Files.writeString(folder.resolve(test + ".properties"), lines);
  }
}
