package org.steward.core.daemon;

import static org.steward.core.posix.Descriptors.O_CREAT;
import static org.steward.core.posix.Descriptors.O_NOFOLLOW;
import static org.steward.core.posix.Descriptors.O_NONBLOCK;
import static org.steward.core.posix.Descriptors.O_TRUNC;
import static org.steward.core.posix.Descriptors.O_WRONLY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.steward.core.output.ActivityLog;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/** The file that tells others the daemon's process id. */
final class Pidfile {
  /** Whatever the umask is, others may not write it. */
  private static final int MODE = 0664;

  private final Path file;
  private final Posix posix;
  private final ActivityLog log;
  private boolean written;

  Pidfile(Path file, Posix posix, ActivityLog log) {
    this.file = file;
    this.posix = posix;
    this.log = log;
  }

  /**
   * Writes it, replacing one that a dead daemon left. A link is not followed, and no reader of a
   * FIFO waited for: where others may make one, it could lead to any file of root's, or nowhere.
   */
  void write() {
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK;
    byte[] text = (posix.pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    NativeBuffer bytes = posix.allocate(text.length);
    bytes.put(0, text, 0, text.length);
    boolean complete;
    try {
      int fd = posix.open(file.toString(), flags, MODE);
      complete = posix.write(fd, bytes, 0, text.length) == text.length;
      posix.close(fd);
      written = true;
    } catch (PosixException e) {
      complete = false;
    }
    if (complete) {
      log.info("supervisord started with pid " + posix.pid());
    } else {
      log.critical("could not write pidfile " + file);
    }
  }

  /** Takes over the one that an earlier daemon of this process wrote. */
  void keep() {
    written = Files.exists(file);
  }

  /** Removes it if this daemon wrote it; not what is no file, such as {@code /dev/null}. */
  void remove() {
    if (written && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        log.warn("cannot remove pidfile " + file + ": " + e.getMessage());
      }
    }
  }
}
