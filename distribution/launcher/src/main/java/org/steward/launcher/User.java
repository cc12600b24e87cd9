package org.steward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user this process runs as.
 *
 * @param id the effective user id
 * @param home the home directory, which need not exist
 */
record User(int id, Path home) {

  /**
   * Reads the user of this process. The owner of {@code /proc/self} would not do: it is root for a
   * process that must not be dumped, whoever runs it.
   *
   * @throws IOException if {@code /proc} cannot be read
   */
  static User current() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("Uid:")) {
        int effective = Integer.parseInt(line.split("\\s+")[2]);
        return new User(effective, Path.of(System.getProperty("user.home")));
      }
    }
    throw new IOException("cannot find the user id in /proc/self/status");
  }

  boolean isRoot() {
    return id == 0;
  }
}
