package org.steward.core.loop;

import org.jspecify.annotations.Nullable;
import org.steward.core.journal.PipeInodes;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/** The pipes of one child while it is being made. On the loop only. */
final class SpawnPipes {
  private static final Pipe NONE = new Pipe(-1, -1);

  private final Posix posix;
  private final boolean redirectStderr;
  private final @Nullable FastCgiSocket socket;
  private final boolean bothEnds;
  private int socketFd = -1;
  private Pipe in = NONE;
  private Pipe out = NONE;
  private Pipe err = NONE;

  SpawnPipes(
      Posix posix, boolean redirectStderr, @Nullable FastCgiSocket socket, boolean bothEnds) {
    this.bothEnds = bothEnds;
    this.posix = posix;
    this.redirectStderr = redirectStderr;
    this.socket = socket;
  }

  void open() {
    if (socket == null) {
      in = pipe(Pipe.Direction.TO_CHILD);
    } else {
      socketFd = socket.acquire();
    }
    out = pipe(Pipe.Direction.FROM_CHILD);
    if (!redirectStderr) {
      err = pipe(Pipe.Direction.FROM_CHILD);
    }
  }

  /**
   * A pipe whose child's end is open both ways: a child that holds it meets neither an end of file
   * nor a broken pipe when the daemon dies.
   */
  private Pipe pipe(Pipe.Direction direction) {
    Pipe pipe = posix.pipe(direction);
    if (!bothEnds) {
      return pipe;
    }
    try {
      return new Pipe(pipe.parentEnd(), posix.reopenReadWrite(pipe.childEnd()));
    } catch (PosixException e) {
      posix.close(pipe.parentEnd());
      throw e;
    } finally {
      posix.close(pipe.childEnd());
    }
  }

  /** The pipes, as another daemon finds them again. */
  PipeInodes inodes() {
    return new PipeInodes(inode(in.parentEnd()), inode(out.parentEnd()), inode(err.parentEnd()));
  }

  private long inode(int fd) {
    return fd < 0 ? 0 : posix.status(fd).inode();
  }

  int childStdin() {
    return socket == null ? in.childEnd() : socketFd;
  }

  int childStdout() {
    return out.childEnd();
  }

  int childStderr() {
    return redirectStderr ? out.childEnd() : err.childEnd();
  }

  int stdin() {
    return in.parentEnd();
  }

  int stdout() {
    return out.parentEnd();
  }

  int stderr() {
    return err.parentEnd();
  }

  void closeChildEnds() {
    close(in.childEnd());
    close(out.childEnd());
    close(err.childEnd());
  }

  void closeAll() {
    closeChildEnds();
    close(in.parentEnd());
    close(out.parentEnd());
    close(err.parentEnd());
    if (socket != null && socketFd >= 0) {
      socket.release();
    }
  }

  private void close(int fd) {
    if (fd >= 0) {
      posix.close(fd);
    }
  }
}
