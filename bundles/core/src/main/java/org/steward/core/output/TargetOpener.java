package org.steward.core.output;

import static org.steward.core.posix.Descriptors.O_APPEND;
import static org.steward.core.posix.Descriptors.O_CREAT;
import static org.steward.core.posix.Descriptors.O_NOCTTY;
import static org.steward.core.posix.Descriptors.O_NONBLOCK;
import static org.steward.core.posix.Descriptors.O_RDWR;
import static org.steward.core.posix.Descriptors.O_TRUNC;
import static org.steward.core.posix.Descriptors.O_WRONLY;

import java.util.List;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.FileStatus;
import org.steward.core.posix.PosixException;

/** Opens log targets, each in the way that suits what it is. */
final class TargetOpener {

  /** Whatever the umask is, others may not write it. */
  private static final int MODE = 0664;

  private static final int WITHOUT_WAITING = O_NONBLOCK | O_NOCTTY;
  private static final List<String> DESCRIPTOR_DIRECTORIES = List.of("/dev/fd/", "/proc/self/fd/");

  private final Descriptors posix;

  TargetOpener(Descriptors posix) {
    this.posix = posix;
  }

  /**
   * Opens a target for appending.
   *
   * @throws PosixException where it cannot be opened
   */
  Target open(String path) {
    return open(path, 0);
  }

  /** Opens a target emptied. */
  Target openEmpty(String path) {
    return open(path, O_TRUNC);
  }

  /** Empties a file that is not in use, where it exists. Throws {@link PosixException}. */
  void empty(String path) {
    try {
      posix.close(posix.openNamed(path, O_WRONLY | O_TRUNC | WITHOUT_WAITING, 0));
    } catch (PosixException e) {
      if (e.errno() != Errno.ENOENT && e.errno() != Errno.ENXIO) {
        throw e;
      }
    }
  }

  private Target open(String path, int more) {
    int inherited = inheritedDescriptor(path);
    return inherited >= 0 ? inherited(inherited) : named(path, more);
  }

  /**
   * The descriptor of the daemon that a path such as {@code /dev/stdout} or {@code /dev/fd/3}
   * stands for, -1 where it stands for none.
   */
  static int inheritedDescriptor(String path) {
    if (path.equals("/dev/stdout")) {
      return 1;
    }
    if (path.equals("/dev/stderr")) {
      return 2;
    }
    for (String directory : DESCRIPTOR_DIRECTORIES) {
      if (path.startsWith(directory)) {
        return number(path.substring(directory.length()));
      }
    }
    return -1;
  }

  private static int number(String digits) {
    boolean plain = !digits.isEmpty() && digits.length() < 7;
    return plain && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(digits)
        : -1;
  }

  /**
   * A pipe or terminal is opened anew, so that it can be made non-blocking without its other users
   * noticing. Where that is not possible (a socket, a terminal of another user) it is used as it
   * is, and so is a plain file, whose position is shared with whoever else writes to it.
   */
  private Target inherited(int fd) {
    if (posix.status(fd).regular()) {
      return new Target(fd, Target.Kind.FILE, false, 0);
    }
    try {
      int own = posix.open("/proc/self/fd/" + fd, O_WRONLY | O_APPEND | WITHOUT_WAITING, 0);
      return new Target(own, Target.Kind.STREAM, true, 0);
    } catch (PosixException notPossible) {
      return new Target(fd, Target.Kind.SHARED_STREAM, false, 0);
    }
  }

  private Target named(String path, int more) {
    int fd;
    try {
      fd = posix.openNamed(path, O_WRONLY | O_CREAT | O_APPEND | WITHOUT_WAITING | more, MODE);
    } catch (PosixException e) {
      if (e.errno() != Errno.ENXIO) {
        throw e;
      }
      return new Target(openBothWays(path), Target.Kind.STREAM, true, 0);
    }
    FileStatus status = statusOrClose(fd);
    return status.regular()
        ? new Target(fd, Target.Kind.FILE, true, status.size())
        : stream(path, fd);
  }

  private FileStatus statusOrClose(int fd) {
    try {
      return posix.status(fd);
    } catch (PosixException e) {
      posix.close(fd);
      throw e;
    }
  }

  /**
   * A FIFO is held open for reading too: so it can be written to before it has a reader, and keeps
   * what was written while it has none.
   */
  private Target stream(String path, int fd) {
    try {
      int bothWays = openBothWays(path);
      posix.close(fd);
      return new Target(bothWays, Target.Kind.STREAM, true, 0);
    } catch (PosixException writableOnly) {
      return new Target(fd, Target.Kind.STREAM, true, 0);
    }
  }

  private int openBothWays(String path) {
    return posix.openNamed(path, O_RDWR | WITHOUT_WAITING, 0);
  }
}
