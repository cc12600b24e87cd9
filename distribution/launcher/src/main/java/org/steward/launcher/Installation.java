package org.steward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked distribution, which is only ever read: it may belong to somebody else or lie on a
 * read-only file system.
 *
 * @param home the directory that holds {@code bin}, {@code lib}, {@code plugins} and {@code etc}
 */
record Installation(Path home) {

  /** Where bundles dropped in at run time are looked for. */
  Path plugins() {
    return home.resolve("plugins");
  }

  /**
   * The start levels, lowest first: each folder {@code lib/bundles/NUMBER} is one, its jars in the
   * order of their names, so that every start installs them in the same order.
   *
   * @throws IOException if the folders cannot be read, or there is none
   */
  List<StartLevel> startLevels() throws IOException {
    Path bundles = home.resolve("lib").resolve("bundles");
    List<StartLevel> levels = new ArrayList<>();
    for (Path folder : entries(bundles, "")) {
      int number = Integer.parseInt(folder.getFileName().toString());
      levels.add(new StartLevel(number, entries(folder, ".jar")));
    }
    if (levels.isEmpty()) {
      throw new IOException("expected folders of bundles in " + bundles + ", found none");
    }
    levels.sort(Comparator.comparingInt(StartLevel::number));
    return levels;
  }

  private static List<Path> entries(Path folder, String suffix) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
