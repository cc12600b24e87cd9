package org.steward.core.output;

import org.steward.core.posix.Descriptors;

/**
 * An opened file to write log bytes to.
 *
 * @param fd its descriptor
 * @param kind how it may be written to
 * @param owned whether the descriptor is ours to close; the daemon's own standard output is not
 * @param size its size when opened, 0 where it has none
 */
record Target(int fd, Kind kind, boolean owned, long size) {
  enum Kind {
    /** A plain file: it has a size and can be rotated, and a write to it is over at once. */
    FILE,
    /** Unseekable and set not to block: a write may be EAGAIN. */
    STREAM,
    /** Unseekable and shared with others who want it blocking: written only when it is ready. */
    SHARED_STREAM
  }

  /** Whether it can be rotated and removed: a plain file under a name of its own. */
  boolean replaceable() {
    return kind == Kind.FILE && owned;
  }

  void close(Descriptors posix) {
    if (owned) {
      posix.close(fd);
    }
  }
}
