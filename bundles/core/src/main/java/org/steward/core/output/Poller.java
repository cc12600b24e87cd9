package org.steward.core.output;

import java.util.HashMap;
import java.util.Map;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * Readiness of descriptors, handed to whoever watches them. Loop only.
 *
 * <p>Not one with that of the supervision loop: there a watch is a number, as one in a thousand
 * children has something to say, and who cannot be watched is tried again; here it is an object
 * that finds its stream at once, and only the stream knows what to do when it cannot be watched.
 */
final class Poller {
  /** Few enough that orders need not wait long for so many flooding children. */
  private static final int EVENTS_PER_WAIT = 64;

  private final Posix posix;
  private final ActivityLog log;
  private final int epoll;
  private final PollEvents events;
  private final Map<Long, Watch> watches = new HashMap<>();
  private long tokens;

  Poller(Posix posix, ActivityLog log) {
    this.posix = posix;
    this.log = log;
    this.epoll = posix.epollCreate();
    this.events = posix.pollEvents(EVENTS_PER_WAIT);
  }

  /**
   * Watches a descriptor, level-triggered. EPERM for one that is always ready, such as a file.
   *
   * @param name what it is, for the log
   */
  Watch watch(int fd, int interest, String name, Handler handler) {
    Watch watch = new Watch(fd, ++tokens, name, handler);
    posix.epollAdd(epoll, fd, interest, watch.token);
    watches.put(watch.token, watch);
    return watch;
  }

  /**
   * Waits and serves what is ready. An event of a watch that was ended by a handler before it is
   * not delivered, even where its descriptor's number is in use again.
   */
  void await(long timeoutNanos) {
    int count = posix.epollWait(epoll, events, timeoutNanos);
    for (int i = 0; i < count; i++) {
      Watch watch = watches.get(events.token(i));
      if (watch != null) {
        serve(watch, events.events(i));
      }
    }
  }

  /** A fault in one handler costs that one its watch, or it would be called again at once. */
  private void serve(Watch watch, int ready) {
    try {
      watch.handler.ready(ready);
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      watch.end();
      log.critical("cannot serve " + watch.name + ", no longer watched: " + Faults.describe(e));
    }
  }

  void close() {
    posix.close(epoll);
  }

  /** Takes a descriptor's events. */
  interface Handler {
    /** Called with the EPOLL bits that are set. */
    void ready(int events);
  }

  /** A descriptor being watched. To be ended before the descriptor is closed. */
  final class Watch {
    private final int fd;
    private final long token;
    private final String name;
    private final Handler handler;

    private Watch(int fd, long token, String name, Handler handler) {
      this.fd = fd;
      this.token = token;
      this.name = name;
      this.handler = handler;
    }

    /** Ends it; ending it again does nothing. */
    void end() {
      if (watches.remove(token) != null) {
        try {
          posix.epollDelete(epoll, fd);
        } catch (PosixException e) {
          // It ends with the descriptor; until then its events are for nobody.
          log.error("cannot stop watching " + name + ": " + Errno.name(e.errno()));
        }
      }
    }
  }
}
