package org.steward.core.posix.testing;

import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;

/** What virtual descriptors refer to: shared by all duplicates, gone with the last of them. */
abstract class OpenFile {
  private final String name;
  private int references;
  private boolean nonBlocking;

  OpenFile(String name) {
    this.name = name;
  }

  /** The readiness bits that hold now, whoever asks. */
  abstract int ready();

  int read(NativeBuffer into, int offset, int length) {
    return -Errno.EINVAL;
  }

  int write(NativeBuffer from, int offset, int length) {
    return -Errno.EINVAL;
  }

  /** Called once, when the last descriptor is closed. */
  void released() {}

  final void retain() {
    references++;
  }

  final void release() {
    if (--references == 0) {
      released();
    }
  }

  final boolean open() {
    return references > 0;
  }

  final boolean nonBlocking() {
    return nonBlocking;
  }

  final void setNonBlocking(boolean on) {
    nonBlocking = on;
  }

  @Override
  public String toString() {
    return name;
  }
}
