package org.steward.core.posix.testing;

import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;

/** A null device, socket or anything else that is only passed around: at its end, takes all. */
final class InertFile extends OpenFile {
  InertFile(String name) {
    super(name);
  }

  @Override
  int ready() {
    return Polling.EPOLLIN | Polling.EPOLLOUT;
  }

  @Override
  int read(NativeBuffer into, int offset, int length) {
    return 0;
  }

  @Override
  int write(NativeBuffer from, int offset, int length) {
    return length;
  }
}
