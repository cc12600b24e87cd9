package org.steward.plugins.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What changes when a file does: its size, its inode and the time of the last change to either its
 * content or its attributes, which no tool sets back.
 */
record Stamp(Map<String, Object> attributes) {
  static Stamp of(Path file) throws IOException {
    return new Stamp(Files.readAttributes(file, "unix:size,ino,ctime"));
  }
}
