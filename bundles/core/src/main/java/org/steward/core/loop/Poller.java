package org.steward.core.loop;

import org.steward.core.posix.Polling;

/** The loop's own epoll instance. */
final class Poller {
  private final Polling polling;
  private final int epoll;

  Poller(Polling polling) {
    this.polling = polling;
    this.epoll = polling.epollCreate();
  }

  int descriptor() {
    return epoll;
  }

  void add(int fd, int events, long token) {
    polling.epollAdd(epoll, fd, events, token);
  }

  void modify(int fd, int events, long token) {
    polling.epollModify(epoll, fd, events, token);
  }

  void remove(int fd) {
    polling.epollDelete(epoll, fd);
  }
}
