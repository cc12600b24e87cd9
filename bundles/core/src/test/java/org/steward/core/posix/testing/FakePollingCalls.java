package org.steward.core.posix.testing;

import java.util.Set;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Polling;

/** Waiting in virtual time. */
interface FakePollingCalls extends Polling {
  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default int epollCreate() {
    kernel().faults.check("epollCreate");
    return kernel().table.install("epollCreate", new FakeEpoll());
  }

  @Override
  default void epollAdd(int epoll, int fd, int events, long token) {
    kernel().faults.check("epollAdd");
    epoll("epollAdd", epoll).add(fd, kernel().table.get("epollAdd", fd), events, token);
  }

  @Override
  default void epollModify(int epoll, int fd, int events, long token) {
    kernel().faults.check("epollModify");
    epoll("epollModify", epoll).modify(fd, kernel().table.get("epollModify", fd), events, token);
  }

  @Override
  default void epollDelete(int epoll, int fd) {
    kernel().faults.check("epollDelete");
    epoll("epollDelete", epoll).delete(fd, kernel().table.get("epollDelete", fd));
  }

  @Override
  default PollEvents pollEvents(int capacity) {
    return new FakeEvents(capacity);
  }

  @Override
  default int epollWait(int epoll, PollEvents out, long timeoutNanos) {
    kernel().faults.check("epollWait");
    FakeEpoll instance = epoll("epollWait", epoll);
    FakeEvents events = (FakeEvents) out;
    long start = kernel().clock.nanos();
    while (true) {
      kernel().timeline.runDue();
      if (instance.collect(events, kernel().order) > 0) {
        return events.size();
      }
      long left = timeoutNanos - (kernel().clock.nanos() - start);
      if (timeoutNanos >= 0 && left <= 0) {
        return 0;
      }
      if (timeoutNanos < 0 && kernel().timeline.isEmpty()) {
        return endlessWait();
      }
      long step = kernel().timeline.isEmpty() ? left : kernel().timeline.nanosToNext();
      kernel().clock.advanceNanos(timeoutNanos < 0 ? step : Math.min(step, left));
    }
  }

  @Override
  default int eventFd() {
    kernel().faults.check("eventFd");
    return kernel().table.install("eventFd", new FakeWakeUp());
  }

  @Override
  default void wake(int eventFd) {
    kernel().table.get("wake", eventFd, FakeWakeUp.class).set(true);
  }

  @Override
  default void clearWake(int eventFd) {
    kernel().table.get("clearWake", eventFd, FakeWakeUp.class).set(false);
  }

  @Override
  default int signalFd(Set<Integer> watched) {
    kernel().faults.check("signalFd");
    return kernel().table.install("signalFd", kernel().signals.file(watched));
  }

  @Override
  default int readSignal(int signalFd) {
    return kernel()
        .signals
        .next(kernel().table.get("readSignal", signalFd, FakeSignals.Reader.class));
  }

  private FakeEpoll epoll(String call, int fd) {
    return kernel().table.get(call, fd, FakeEpoll.class);
  }

  private int endlessWait() {
    if (kernel().endlessWaitAllowed) {
      return 0;
    }
    throw new AssertionError("would block for ever");
  }
}
