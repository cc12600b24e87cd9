package org.steward.core.output;

import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;

/** The rotated files of a log: {@code x.log.1} is the newest. */
final class Backups {
  private Backups() {}

  /**
   * Moves each backup up by one and the log itself to the first place; the last one is replaced.
   * Renaming replaces a name and follows no link, so that no other's file can be overwritten. What
   * is missing is skipped.
   *
   * @return 0, or the errno of the first that could not be moved
   */
  static int shift(Descriptors posix, String path, int count) {
    for (int i = count; i >= 1; i--) {
      int errno = -posix.rename(i == 1 ? path : path + "." + (i - 1), path + "." + i);
      if (errno != 0 && errno != Errno.ENOENT) {
        return errno;
      }
    }
    return 0;
  }
}
