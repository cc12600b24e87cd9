package org.steward.core.posix.testing;

import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;

/** What virtual descriptors refer to: shared by all duplicates, gone with the last of them. */
abstract class OpenFile {
  private final String name;
  private int references;

  OpenFile(String name) {
    this.name = name;
  }

  /** The readiness bits that hold now, whoever asks. */
  abstract int ready();

  int read(NativeBuffer into, int offset, int length) {
    return -Errno.EINVAL;
  }

  int available() {
    return -Errno.ENOTTY;
  }

  int write(NativeBuffer from, int offset, int length) {
    return -Errno.EINVAL;
  }

  /** The same opened again for reading and writing. */
  OpenFile bothEnds() {
    throw new AssertionError("only pipes are opened again, not " + this);
  }

  /** The pipe it is an end of, 0 where it is none. */
  long pipe() {
    return 0;
  }

  /** The daemon's end of the same pipe, opened anew. */
  OpenFile oneEnd(Pipe.Direction direction) {
    throw new AssertionError("only pipes are opened again, not " + this);
  }

  /** Called once, when the first descriptor refers to it. */
  void opened() {}

  /** Called once, when the last descriptor is closed. */
  void released() {}

  final void retain() {
    if (references++ == 0) {
      opened();
    }
  }

  final void release() {
    if (--references == 0) {
      released();
    }
  }

  final boolean open() {
    return references > 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
