package org.steward.core.posix.testing;

import java.util.Arrays;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;

/** A pipe of 64 KiB. */
final class FakePipe {
  static final int CAPACITY = 65536;

  private final OpenFile reader;
  private final OpenFile writer;
  private byte[] bytes = new byte[0];

  FakePipe(String name) {
    reader = new Reader(name + " (read end)");
    writer = new Writer(name + " (write end)");
  }

  OpenFile reader() {
    return reader;
  }

  OpenFile writer() {
    return writer;
  }

  /** Takes up to {@code max} bytes out. */
  byte[] take(int max) {
    int count = Math.min(max, bytes.length);
    byte[] taken = Arrays.copyOf(bytes, count);
    bytes = Arrays.copyOfRange(bytes, count, bytes.length);
    return taken;
  }

  /** Puts in what fits; the count, or the negated errno. */
  int put(byte[] more) {
    if (!reader.open()) {
      return -Errno.EPIPE;
    }
    int free = CAPACITY - bytes.length;
    if (free == 0) {
      return -Errno.EAGAIN;
    }
    int count = Math.min(free, more.length);
    int old = bytes.length;
    bytes = Arrays.copyOf(bytes, old + count);
    System.arraycopy(more, 0, bytes, old, count);
    return count;
  }

  private final class Reader extends OpenFile {
    Reader(String name) {
      super(name);
    }

    @Override
    int ready() {
      return (bytes.length > 0 ? Polling.EPOLLIN : 0) | (writer.open() ? 0 : Polling.EPOLLHUP);
    }

    @Override
    int read(NativeBuffer into, int offset, int length) {
      if (bytes.length == 0) {
        return writer.open() ? -Errno.EAGAIN : 0;
      }
      byte[] taken = take(length);
      into.put(offset, taken, 0, taken.length);
      return taken.length;
    }
  }

  private final class Writer extends OpenFile {
    Writer(String name) {
      super(name);
    }

    @Override
    int ready() {
      return (CAPACITY - bytes.length >= 4096 ? Polling.EPOLLOUT : 0)
          | (reader.open() ? 0 : Polling.EPOLLERR);
    }

    @Override
    int write(NativeBuffer from, int offset, int length) {
      return put(from.copy(offset, length));
    }
  }
}
