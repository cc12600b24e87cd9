package org.steward.core.output;

import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * A log's file: open or not, its size, its rotation. The size is counted, not asked for, so that a
 * write costs one system call. Loop only.
 */
final class OpenLog {
  private final String path;
  private final String growthKey;
  private final Posix posix;
  private final Growth growth;
  private final LogTrouble trouble;
  private final TargetOpener opener;
  private @Nullable Target target;
  private long size;
  private long rotateFrom;
  private int errno;

  OpenLog(String path, LoopTools tools, LogTrouble trouble) {
    this.path = path;
    this.growthKey = Growth.key(path);
    this.posix = tools.posix();
    this.growth = tools.growth();
    this.trouble = trouble;
    this.opener = new TargetOpener(posix);
  }

  @Nullable Target target() {
    return target;
  }

  /** How many bytes it has. */
  long size() {
    return size;
  }

  /** Why the last {@link #put} wrote less than it was given. */
  int errno() {
    return errno;
  }

  /** Writes, in as many system calls as it takes; returns how many bytes were taken. */
  int put(NativeBuffer from, int offset, int length) {
    Target open = target;
    if (open == null) {
      errno = Errno.EBADF;
      return 0;
    }
    int done = 0;
    while (done < length) {
      int count = posix.write(open.fd(), from, offset + done, length - done);
      if (count > 0) {
        done += count;
      } else if (count != -Errno.EINTR) {
        errno = count == 0 ? Errno.EIO : -count;
        break;
      }
    }
    if (done > 0) {
      size += done;
      growth.changed(growthKey);
    }
    return done;
  }

  /** Opens the file, anew where it was open. Throws {@link PosixException}, leaving it closed. */
  void open() {
    close();
    use(opener.open(path));
  }

  /** Empties the log under its name. Throws {@link PosixException}. */
  void clear() {
    if (target == null || target.replaceable()) {
      int failure = -posix.unlink(path);
      if (failure != 0 && failure != Errno.ENOENT) {
        throw new PosixException("unlink", failure);
      }
      open();
    }
  }

  /**
   * Rotates where the rule says so. Throws {@link PosixException}, leaving the log closed, where
   * the new file cannot be opened.
   */
  void rotateIfDue(RotationRule rule) {
    Target open = target;
    if (open == null || !rule.isDue(size) || size < rotateFrom || !open.replaceable()) {
      return;
    }
    size = posix.status(open.fd()).size();
    if (rule.isDue(size)) {
      rotate(rule);
    }
  }

  /** Where the files cannot be moved the log grows on, as emptying it would lose output. */
  private void rotate(RotationRule rule) {
    int failure = Backups.shift(posix, path, rule.backups());
    if (failure != 0) {
      trouble.cannotRotate(failure);
      rotateFrom = size + rule.maxBytes();
      return;
    }
    close();
    use(opener.openEmpty(path));
  }

  private void use(Target opened) {
    target = opened;
    size = opened.size();
    rotateFrom = 0;
    growth.changed(growthKey);
  }

  void close() {
    Target open = target;
    if (open != null) {
      target = null;
      open.close(posix);
    }
  }
}
