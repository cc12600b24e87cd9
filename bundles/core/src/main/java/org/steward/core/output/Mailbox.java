package org.steward.core.output;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Posix;

/**
 * The orders on their way to the loop. Any thread may put; all else is the loop's. The system call
 * of a wake-up is made only where the loop may be asleep.
 *
 * <p>What carries as much as its sender likes, lines and appended bytes, is bounded; all other
 * orders are few and small.
 */
final class Mailbox {
  private static final long MOST_LINE_CHARACTERS = 4 * 1024 * 1024;
  private static final long MOST_APPENDED_BYTES = 4 * 1024 * 1024;

  private final Posix posix;
  private final int eventFd;
  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean mayBeAsleep = new AtomicBoolean();
  private final Allowance lines = new Allowance(MOST_LINE_CHARACTERS);
  private final Allowance appends = new Allowance(MOST_APPENDED_BYTES);

  Mailbox(Posix posix) {
    this.posix = posix;
    this.eventFd = posix.eventFd();
  }

  /** What lines may hold. */
  Allowance lines() {
    return lines;
  }

  /** What appended bytes may hold. */
  Allowance appends() {
    return appends;
  }

  void putLine(Order.Line line) {
    if (lines.take(line.cost())) {
      put(line);
    }
  }

  void putAppend(Order.Append append) {
    if (appends.take(append.bytes().length)) {
      put(append);
    }
  }

  void put(Order order) {
    orders.add(order);
    if (mayBeAsleep.get() && mayBeAsleep.compareAndSet(true, false)) {
      posix.wake(eventFd);
    }
  }

  @Nullable Order take() {
    return orders.poll();
  }

  /**
   * Declares that the loop is about to wait; whoever puts an order from now on wakes it.
   *
   * @return false where an order is there already and the loop must not wait
   */
  boolean beforeWait() {
    mayBeAsleep.set(true);
    return orders.isEmpty();
  }

  void afterWait() {
    mayBeAsleep.set(false);
  }

  void watchWith(Poller poller) {
    poller.watch(eventFd, Posix.EPOLLIN, "wake-up", events -> posix.clearWake(eventFd));
  }
}
