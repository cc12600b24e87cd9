package org.steward.ctl.pidproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file with a process's id in it, read anew for each signal.
 *
 * @param path the file's path
 */
record Pidfile(String path) {

  int read() throws IOException {
    String text;
    try {
      text = Files.readString(Path.of(path)).strip();
    } catch (NoSuchFileException e) {
      throw new IOException("the pidfile " + path + " does not exist", e);
    } catch (IOException e) {
      throw new IOException("cannot read the pidfile " + path + ": " + e.getMessage(), e);
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IOException(
          "the pidfile " + path + " holds '" + text + "': expected a process id", e);
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
