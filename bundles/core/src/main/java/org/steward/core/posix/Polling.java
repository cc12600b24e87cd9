package org.steward.core.posix;

import java.util.Set;

/** Waiting for descriptors, signals and wake-ups. */
public interface Polling {
  /** Makes an epoll instance. */
  int epollCreate();

  /** Watches a descriptor; {@code token} comes back with its events. */
  void epollAdd(int epoll, int fd, int events, long token);

  /** Changes what is watched of a descriptor. */
  void epollModify(int epoll, int fd, int events, long token);

  /** Watches a descriptor no more. */
  void epollDelete(int epoll, int fd);

  /** Makes a reusable holder for the events of one wait. */
  PollEvents pollEvents(int capacity);

  /**
   * Waits for events.
   *
   * @param timeoutNanos longest wait, rounded up to what the system can do; negative for ever
   * @return how many events are in {@code out}; 0 at the timeout or where a signal interrupted the
   *     wait
   */
  int epollWait(int epoll, PollEvents out, long timeoutNanos);

  /** Makes a non-blocking eventfd. */
  int eventFd();

  /** Makes a pending wake-up of whoever watches the eventfd. */
  void wake(int eventFd);

  /** Takes all pending wake-ups back. */
  void clearWake(int eventFd);

  /** Makes a non-blocking signalfd for signals that are blocked in all threads. */
  int signalFd(Set<Integer> signals);

  /** The next pending signal's number, 0 where none is pending. */
  int readSignal(int signalFd);

  /** Readable. */
  int EPOLLIN = 1;

  /** Writable. */
  int EPOLLOUT = 4;

  /** Error; always reported. */
  int EPOLLERR = 8;

  /** Hang-up; always reported. */
  int EPOLLHUP = 16;

  /** One event, then silence until modified. */
  int EPOLLONESHOT = 1 << 30;
}
