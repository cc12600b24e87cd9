package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/** Waiting on Linux: epoll, eventfd, signalfd. */
interface LinuxPolling extends Polling {
  /** What eventfds are woken with. */
  MemorySegment ONE = one();

  int EPOLL_CTL_ADD = 1;
  int EPOLL_CTL_DEL = 2;
  int EPOLL_CTL_MOD = 3;
  int SIGNALFD_SIGINFO_SIZE = 128;

  @Override
  default int epollCreate() {
    return Libc.EPOLL_CREATE1.check(Libc.EPOLL_CREATE1.call(Libc.CLOEXEC));
  }

  @Override
  default void epollAdd(int epoll, int fd, int events, long token) {
    control(epoll, EPOLL_CTL_ADD, fd, events, token);
  }

  @Override
  default void epollModify(int epoll, int fd, int events, long token) {
    control(epoll, EPOLL_CTL_MOD, fd, events, token);
  }

  @Override
  default void epollDelete(int epoll, int fd) {
    control(epoll, EPOLL_CTL_DEL, fd, 0, 0);
  }

  @Override
  default PollEvents pollEvents(int capacity) {
    return new LinuxPollEvents(capacity);
  }

  @Override
  default int epollWait(int epoll, PollEvents out, long timeoutNanos) {
    return ((LinuxPollEvents) out).await(epoll, timeoutNanos);
  }

  @Override
  default int eventFd() {
    return Libc.EVENTFD.check(Libc.EVENTFD.call(0, Libc.CLOEXEC | Libc.NONBLOCK));
  }

  @Override
  default void wake(int eventFd) {
    int result = Libc.WRITE.call(eventFd, ONE.address(), Long.BYTES);
    if (result != -Errno.EAGAIN) { // the counter is full: a wake-up is pending already
      Libc.WRITE.check(result);
    }
  }

  @Override
  default void clearWake(int eventFd) {
    int result = Libc.READ.call(eventFd, Scratch.current().struct.address(), Long.BYTES);
    if (result != -Errno.EAGAIN) {
      Libc.READ.check(result);
    }
  }

  @Override
  default int signalFd(Set<Integer> signals) {
    MemorySegment set = Scratch.zeroed();
    long mask = 0;
    for (int signal : signals) {
      mask |= 1L << signal - 1;
    }
    set.set(JAVA_LONG, 0, mask);
    return Libc.SIGNALFD.check(Libc.SIGNALFD.call(-1, set.address(), Libc.CLOEXEC | Libc.NONBLOCK));
  }

  @Override
  default int readSignal(int signalFd) {
    MemorySegment info = Scratch.current().struct;
    int result = Libc.READ.call(signalFd, info.address(), SIGNALFD_SIGINFO_SIZE);
    return result == -Errno.EAGAIN || Libc.READ.check(result) == 0 ? 0 : info.get(JAVA_INT, 0);
  }

  private static void control(int epoll, int operation, int fd, int events, long token) {
    MemorySegment event = Scratch.current().struct;
    event.set(JAVA_INT, 0, events);
    event.set(LinuxPollEvents.TOKEN, Platform.abi().epollDataOffset(), token);
    Libc.EPOLL_CTL.check(Libc.EPOLL_CTL.call(epoll, operation, fd, event.address()));
  }

  private static MemorySegment one() {
    MemorySegment one = Arena.global().allocate(JAVA_LONG);
    one.set(JAVA_LONG, 0, 1);
    return one.asReadOnly();
  }
}
