package org.steward.core.posix.testing;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.Polling;

/** A pipe of 64 KiB, alive as long as anyone holds an end. */
final class FakePipe {
  static final int CAPACITY = 65536;

  /** What the kernel asks for before it calls a pipe writable. */
  private static final int ATOMIC_WRITE = 4096;

  private static final AtomicLong INODES = new AtomicLong(10_000);

  private final long inode = INODES.incrementAndGet();
  private final End reader = new End("read end of a pipe", true, false);
  private final End writer = new End("write end of a pipe", false, true);
  private byte[] bytes = new byte[0];
  private int readers;
  private int writers;

  OpenFile reader() {
    return reader;
  }

  OpenFile writer() {
    return writer;
  }

  private int take(NativeBuffer into, int offset, int max) {
    if (bytes.length == 0) {
      return writers > 0 ? -Errno.EAGAIN : 0;
    }
    int count = Math.min(max, bytes.length);
    into.put(offset, bytes, 0, count);
    bytes = Arrays.copyOfRange(bytes, count, bytes.length);
    return count;
  }

  private int put(byte[] more) {
    if (readers == 0) {
      return -Errno.EPIPE;
    }
    int count = Math.min(CAPACITY - bytes.length, more.length);
    if (count == 0) {
      return more.length == 0 ? 0 : -Errno.EAGAIN;
    }
    int old = bytes.length;
    bytes = Arrays.copyOf(bytes, old + count);
    System.arraycopy(more, 0, bytes, old, count);
    return count;
  }

  /** One open description of the pipe: its read end, its write end or both. */
  private final class End extends OpenFile {
    private final boolean reads;
    private final boolean writes;

    End(String name, boolean reads, boolean writes) {
      super(name);
      this.reads = reads;
      this.writes = writes;
    }

    @Override
    void opened() {
      readers += reads ? 1 : 0;
      writers += writes ? 1 : 0;
    }

    @Override
    void released() {
      readers -= reads ? 1 : 0;
      writers -= writes ? 1 : 0;
    }

    @Override
    OpenFile bothEnds() {
      return new End("both ends of a pipe", true, true);
    }

    @Override
    long pipe() {
      return inode;
    }

    @Override
    OpenFile oneEnd(Pipe.Direction direction) {
      return direction == Pipe.Direction.FROM_CHILD
          ? new End("read end of a pipe", true, false)
          : new End("write end of a pipe", false, true);
    }

    @Override
    int ready() {
      int ready = 0;
      if (reads) {
        ready |= (bytes.length > 0 ? Polling.EPOLLIN : 0) | (writers > 0 ? 0 : Polling.EPOLLHUP);
      }
      if (writes) {
        ready |= CAPACITY - bytes.length >= ATOMIC_WRITE ? Polling.EPOLLOUT : 0;
        ready |= readers > 0 ? 0 : Polling.EPOLLERR;
      }
      return ready;
    }

    @Override
    int available() {
      return bytes.length;
    }

    @Override
    int read(NativeBuffer into, int offset, int length) {
      return reads ? take(into, offset, length) : -Errno.EBADF;
    }

    @Override
    int write(NativeBuffer from, int offset, int length) {
      return writes ? put(from.copy(offset, length)) : -Errno.EBADF;
    }
  }
}
