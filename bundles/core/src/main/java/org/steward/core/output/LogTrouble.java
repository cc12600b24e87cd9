package org.steward.core.output;

import org.steward.core.posix.Errno;

/** Tells the activity log once when a log cannot be written to, and once when it can again. */
final class LogTrouble {
  private final String path;
  private final ActivityLog log;
  private int errno;
  private long waiting;
  private long lost;

  LogTrouble(String path, ActivityLog log) {
    this.path = path;
    this.log = log;
  }

  void begins(int reason) {
    if (errno == 0) {
      errno = reason;
      log.error("cannot write to " + path + ": " + Errno.name(reason) + "; its writers wait");
    }
  }

  /** Bytes that have to wait. */
  void waits(int bytes) {
    waiting += bytes;
  }

  /** Bytes there was no room to keep. */
  void loses(int bytes) {
    lost += bytes;
  }

  /** All that waited is written. */
  void ends() {
    if (errno != 0 || lost != 0) {
      String summary =
          path + " takes output again: " + waiting + " bytes waited, " + lost + " lost";
      if (lost == 0) {
        log.info(summary);
      } else {
        log.warn(summary);
      }
    }
    errno = 0;
    waiting = 0;
    lost = 0;
  }

  /** The target is gone for good, with what waits for it. */
  void gone(int reason) {
    log.error("cannot write to " + path + " any more: " + Errno.name(reason) + "; output is lost");
  }

  /** The daemon ends with bytes unwritten. */
  void abandons(long bytes) {
    if (bytes + lost > 0) {
      log.warn(path + ": " + (bytes + lost) + " bytes lost");
    }
  }

  void cannotRotate(int reason) {
    log.error("cannot rotate " + path + ": " + Errno.name(reason) + "; it grows on");
  }
}
