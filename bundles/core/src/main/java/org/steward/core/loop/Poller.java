package org.steward.core.loop;

import java.util.HashMap;
import java.util.Map;
import org.steward.core.eventloop.Timers;
import org.steward.core.output.ActivityLog;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Polling;
import org.steward.core.posix.PosixException;
import org.steward.core.process.Moment;

/**
 * The loop's own epoll instance. A descriptor that the system does not let it watch now (it has no
 * memory, or the user watches too many) is tried again until it does. On the loop only.
 *
 * <p>A watch is a number that names kind and owner, and no object as with the output loop: there is
 * one for each of the children, which outlive what watches them, and whose owner may be gone.
 */
final class Poller {
  private static final long RETRY = Moment.SECOND;

  private final Polling polling;
  private final Timers timers;
  private final ActivityLog log;
  private final int epoll;
  private final Map<Integer, Timers.Timer> retries = new HashMap<>();

  Poller(Polling polling, Timers timers, ActivityLog log) {
    this.polling = polling;
    this.timers = timers;
    this.log = log;
    this.epoll = polling.epollCreate();
  }

  int descriptor() {
    return epoll;
  }

  /** Watches one without which there is no loop. Throws {@link PosixException}. */
  void addAtStart(int fd, int events, long token) {
    polling.epollAdd(epoll, fd, events, token);
  }

  void add(int fd, int events, long token) {
    try {
      polling.epollAdd(epoll, fd, events, token);
    } catch (PosixException e) {
      log.error(
          "cannot watch descriptor "
              + fd
              + ": "
              + Errno.name(e.errno())
              + "; it is tried again every second");
      retry(fd, events, token);
    }
  }

  private void retry(int fd, int events, long token) {
    retries.put(fd, timers.after(RETRY, () -> tryAgain(fd, events, token)));
  }

  private void tryAgain(int fd, int events, long token) {
    retries.remove(fd);
    try {
      polling.epollAdd(epoll, fd, events, token);
    } catch (PosixException e) {
      retry(fd, events, token);
    }
  }

  void modify(int fd, int events, long token) {
    polling.epollModify(epoll, fd, events, token);
  }

  /** To be called before the descriptor is closed, which ends the watch where this fails. */
  void remove(int fd) {
    Timers.Timer retry = retries.remove(fd);
    if (retry != null) {
      retry.cancel();
      return;
    }
    try {
      polling.epollDelete(epoll, fd);
    } catch (PosixException e) {
      log.error("cannot stop watching descriptor " + fd + ": " + Errno.name(e.errno()));
    }
  }
}
