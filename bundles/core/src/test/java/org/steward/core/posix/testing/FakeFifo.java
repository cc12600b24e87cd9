package org.steward.core.posix.testing;

import java.util.Arrays;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;

/** A FIFO opened both ways, or that has a reader: never EPIPE, EAGAIN where it is full. */
final class FakeFifo extends OpenFile {
  private byte[] bytes = new byte[0];

  FakeFifo(String path) {
    super(path);
  }

  byte[] take(int max) {
    int count = Math.min(max, bytes.length);
    byte[] taken = Arrays.copyOf(bytes, count);
    bytes = Arrays.copyOfRange(bytes, count, bytes.length);
    return taken;
  }

  @Override
  int ready() {
    return FakePipe.CAPACITY - bytes.length >= 4096 ? Polling.EPOLLOUT : 0;
  }

  @Override
  int write(NativeBuffer from, int offset, int length) {
    int count = Math.min(length, FakePipe.CAPACITY - bytes.length);
    if (count == 0) {
      return -Errno.EAGAIN;
    }
    byte[] more = from.copy(offset, count);
    bytes = Arrays.copyOf(bytes, bytes.length + count);
    System.arraycopy(more, 0, bytes, bytes.length - count, count);
    return count;
  }
}
