package org.steward.core.posix;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files and links that another user has put where the daemon was going to have its own. */
final class Planted {
  private static final int OTHERS_WRITE = 02;

  private Planted() {}

  /** Who made a symbolic link. */
  static int ownerOfLink(String path) {
    try {
      return (int) Files.getAttribute(Path.of(path), "unix:uid", NOFOLLOW_LINKS);
    } catch (IOException goneMeanwhile) {
      throw new PosixException("open", Errno.EACCES);
    }
  }

  /**
   * Throws EACCES where all may write the directory of a file, and its owner is neither this user
   * nor the directory's.
   */
  static void refuse(int owner, String path) {
    Path directory = Path.of(path).toAbsolutePath().getParent();
    if (owner == Libc.GETUID.call() || directory == null) {
      return;
    }
    try {
      boolean open = ((int) Files.getAttribute(directory, "unix:mode") & OTHERS_WRITE) != 0;
      if (!open || owner == (int) Files.getAttribute(directory, "unix:uid")) {
        return;
      }
    } catch (IOException goneMeanwhile) {
      // whatever it was
    }
    throw new PosixException("open", Errno.EACCES);
  }
}
