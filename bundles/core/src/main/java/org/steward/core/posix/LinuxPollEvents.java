package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/** The native memory of one epoll_wait; never freed, as each loop has one for good. */
final class LinuxPollEvents implements PollEvents {
  static final ValueLayout.OfLong TOKEN = JAVA_LONG_UNALIGNED;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Cleared once where the kernel is older than 5.11 or a container's filter forbids the call. */
  private static volatile boolean nanosecondTimeouts = true;

  private final MemorySegment timeout;
  private final MemorySegment events;
  private final int capacity;
  private final int stride = Platform.abi().epollEventSize();
  private final int dataOffset = Platform.abi().epollDataOffset();

  LinuxPollEvents(int capacity) {
    this.capacity = capacity;
    timeout = Arena.global().allocate(16, 8);
    events = Arena.global().allocate((long) capacity * stride, 8);
  }

  /** Waits; see {@link Polling#epollWait}. */
  int await(int epoll, long timeoutNanos) {
    int count =
        nanosecondTimeouts ? awaitNanos(epoll, timeoutNanos) : awaitMillis(epoll, timeoutNanos);
    return count == -Errno.EINTR ? 0 : Libc.EPOLL_WAIT.check(count);
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public long token(int i) {
    return events.get(TOKEN, (long) Objects.checkIndex(i, capacity) * stride + dataOffset);
  }

  @Override
  public int events(int i) {
    return events.get(JAVA_INT_UNALIGNED, (long) Objects.checkIndex(i, capacity) * stride);
  }

  int awaitMillis(int epoll, long timeoutNanos) {
    return Libc.EPOLL_WAIT.call(epoll, events.address(), capacity, roundedUp(timeoutNanos));
  }

  /** Milliseconds that are no shorter, and no longer than fits: the caller waits again. */
  static int roundedUp(long nanos) {
    if (nanos < 0) {
      return -1;
    }
    return (int) Math.min(Math.ceilDiv(nanos, NANOS_PER_MILLI), Integer.MAX_VALUE);
  }

  private int awaitNanos(int epoll, long timeoutNanos) {
    long limit = 0;
    if (timeoutNanos >= 0) {
      timeout.set(JAVA_LONG, 0, timeoutNanos / NANOS_PER_SECOND);
      timeout.set(JAVA_LONG, 8, timeoutNanos % NANOS_PER_SECOND);
      limit = timeout.address();
    }
    // The system call itself: the C library has a function for it only since 2.35.
    int count = Libc.SYSCALL.call(Libc.SYS_EPOLL_PWAIT2, epoll, events.address(), capacity, limit);
    if (count == -Errno.ENOSYS || count == -Errno.EPERM) {
      nanosecondTimeouts = false;
      return awaitMillis(epoll, timeoutNanos);
    }
    return count;
  }
}
