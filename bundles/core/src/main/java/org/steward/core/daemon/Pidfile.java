package org.steward.core.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.steward.core.output.ActivityLog;

/** The file that tells others the daemon's process id. */
final class Pidfile {
  private static final OpenOption[] OPTIONS = {
    StandardOpenOption.CREATE,
    StandardOpenOption.WRITE,
    StandardOpenOption.TRUNCATE_EXISTING,
    LinkOption.NOFOLLOW_LINKS
  };

  private final Path file;
  private final int pid;
  private final ActivityLog log;
  private boolean written;

  Pidfile(Path file, int pid, ActivityLog log) {
    this.file = file;
    this.pid = pid;
    this.log = log;
  }

  /**
   * Writes it, replacing one that a dead daemon left. A link is not followed: where others may make
   * one, it could lead to any file of root's.
   */
  void write() {
    try (OutputStream out = Files.newOutputStream(file, OPTIONS)) {
      out.write((pid + "\n").getBytes(StandardCharsets.US_ASCII));
      written = true;
      log.info("supervisord started with pid " + pid);
    } catch (IOException e) {
      log.critical("could not write pidfile " + file);
    }
  }

  /** Takes over the one that an earlier daemon of this process wrote. */
  void keep() {
    written = Files.exists(file);
  }

  /** Removes it if this daemon wrote it. */
  void remove() {
    if (written) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        log.warn("cannot remove pidfile " + file + ": " + e.getMessage());
      }
    }
  }
}
