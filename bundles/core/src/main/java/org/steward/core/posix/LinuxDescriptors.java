package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Files and pipes on Linux. */
interface LinuxDescriptors extends Descriptors {
  @Override
  default NativeBuffer allocate(int bytes) {
    return new NativeBuffer(Arena.global().allocate(bytes, 64));
  }

  @Override
  default int read(int fd, NativeBuffer into, int offset, int length) {
    long address = into.address(offset, length);
    int count;
    do {
      count = Libc.READ.call(fd, address, length);
    } while (count == -Errno.EINTR);
    return count;
  }

  @Override
  default int available(int fd) {
    long bytesToRead = 0x541B;
    MemorySegment count = Scratch.zeroed();
    int result = Libc.IOCTL.call(fd, bytesToRead, count.address());
    return result < 0 ? result : count.get(JAVA_INT, 0);
  }

  @Override
  default int write(int fd, NativeBuffer from, int offset, int length) {
    long address = from.address(offset, length);
    int count;
    do {
      count = Libc.WRITE.call(fd, address, length);
    } while (count == -Errno.EINTR);
    return count;
  }

  @Override
  default Pipe pipe(Pipe.Direction direction) {
    MemorySegment fds = Scratch.current().struct;
    Libc.PIPE2.check(Libc.PIPE2.call(fds.address(), Libc.CLOEXEC));
    int reader = fds.get(JAVA_INT, 0);
    int writer = fds.get(JAVA_INT, 4);
    Pipe pipe =
        direction == Pipe.Direction.FROM_CHILD
            ? new Pipe(reader, writer)
            : new Pipe(writer, reader);
    setNonBlocking(pipe.parentEnd(), true);
    return pipe;
  }

  @Override
  default int open(String path, int flags, int mode) {
    int translated = Platform.abi().openFlags(flags) | Libc.CLOEXEC;
    try (Arena arena = Arena.ofConfined()) {
      long name = NativeText.string(arena, path);
      int fd;
      do {
        fd = Libc.OPEN.call(name, translated, mode);
      } while (fd == -Errno.EINTR);
      return Libc.OPEN.check(fd);
    }
  }

  @Override
  default int openNamed(String path, int flags, int mode) {
    int fd;
    try {
      fd = open(path, flags | O_NOFOLLOW, mode);
    } catch (PosixException e) {
      if (e.errno() != Errno.ELOOP) {
        throw e;
      }
      Planted.refuse(Planted.ownerOfLink(path), path);
      return open(path, flags, mode);
    }
    try {
      status(fd);
      Planted.refuse(Scratch.current().struct.get(JAVA_INT, Statx.OWNER), path);
      return fd;
    } catch (PosixException e) {
      close(fd);
      throw e;
    }
  }

  @Override
  default int rename(String from, String to) {
    try (Arena arena = Arena.ofConfined()) {
      return Libc.RENAME.call(NativeText.string(arena, from), NativeText.string(arena, to));
    }
  }

  @Override
  default int unlink(String path) {
    try (Arena arena = Arena.ofConfined()) {
      return Libc.UNLINK.call(NativeText.string(arena, path));
    }
  }

  @Override
  default void close(int fd) {
    Libc.CLOSE.call(fd);
  }

  @Override
  default void dup2(int from, int to) {
    // Only 0, 1 and 2 are meant to be inherited.
    if (to <= 2) {
      Libc.DUP2.check(Libc.DUP2.call(from, to));
    } else if (from != to) {
      Libc.DUP3.check(Libc.DUP3.call(from, to, Libc.CLOEXEC));
    }
  }

  @Override
  default int duplicate(int fd) {
    return Libc.FCNTL.check(Libc.FCNTL.call(fd, Fcntl.DUPLICATE_CLOEXEC, 3));
  }

  @Override
  default void setNonBlocking(int fd, boolean nonBlocking) {
    int flags = Libc.FCNTL.check(Libc.FCNTL.call(fd, Fcntl.GET_STATUS_FLAGS));
    int wanted = nonBlocking ? flags | Libc.NONBLOCK : flags & ~Libc.NONBLOCK;
    if (wanted != flags) {
      Libc.FCNTL.check(Libc.FCNTL.call(fd, Fcntl.SET_STATUS_FLAGS, wanted));
    }
  }

  @Override
  default void setCloseOnExec(int fd, boolean closeOnExec) {
    Libc.FCNTL.check(Libc.FCNTL.call(fd, Fcntl.SET_DESCRIPTOR_FLAGS, closeOnExec ? 1 : 0));
  }

  @Override
  default boolean lock(int fd) {
    int exclusiveWithoutWaiting = 2 | 4;
    int result = Libc.FLOCK.call(fd, exclusiveWithoutWaiting);
    return result != -Errno.EAGAIN && Libc.FLOCK.check(result) == 0;
  }

  @Override
  default FileStatus status(int fd) {
    MemorySegment found = Scratch.zeroed();
    // The empty path after the structure's used part: with AT_EMPTY_PATH it means the descriptor.
    long emptyPath = found.address() + Statx.USED;
    Libc.STATX.check(
        Libc.STATX.call(fd, emptyPath, Statx.AT_EMPTY_PATH, Statx.BASIC, found.address()));
    boolean regular = (found.get(JAVA_SHORT, 28) & Statx.TYPE) == Statx.REGULAR;
    long device = (long) found.get(JAVA_INT, 136) << 32 | found.get(JAVA_INT, 140);
    return new FileStatus(regular, found.get(JAVA_LONG, 40), device, found.get(JAVA_LONG, 32));
  }

  /** Commands of fcntl. */
  final class Fcntl {
    static final int SET_DESCRIPTOR_FLAGS = 2;
    static final int GET_STATUS_FLAGS = 3;
    static final int SET_STATUS_FLAGS = 4;
    static final int DUPLICATE_CLOEXEC = 1030;

    private Fcntl() {}
  }

  /** Constants of statx, whose structure is the same on all architectures, unlike stat's. */
  final class Statx {
    static final int AT_EMPTY_PATH = 0x1000;
    static final int BASIC = 0x7ff;
    static final int TYPE = 0170000;
    static final int REGULAR = 0100000;
    static final int DIRECTORY = 0040000;
    static final int OWNER = 20;
    static final int USED = 252;

    private Statx() {}
  }
}
