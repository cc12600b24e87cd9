package org.steward.core.eventloop;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Polling;

/**
 * What other threads have to say to a loop. Any thread puts; all else is the loop's. It is woken by
 * an eventfd, and the system call for that is made only where it may be asleep.
 *
 * @param <T> what is said
 */
public final class Mailbox<T> {
  private final ConcurrentLinkedQueue<T> messages = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean mayBeAsleep = new AtomicBoolean();
  private final Polling polling;
  private final int eventFd;

  /** An empty mailbox. */
  public Mailbox(Polling polling) {
    this.polling = polling;
    this.eventFd = polling.eventFd();
  }

  /** How many messages wait. Any thread. */
  public int size() {
    return size.get();
  }

  /** Leaves a message. Any thread. */
  public void put(T message) {
    size.incrementAndGet();
    messages.add(message);
    if (mayBeAsleep.get() && mayBeAsleep.compareAndSet(true, false)) {
      polling.wake(eventFd);
    }
  }

  /** Leaves a message, unless so many wait already. Any thread. */
  public boolean offer(T message, int most) {
    if (size.get() >= most) {
      return false;
    }
    put(message);
    return true;
  }

  /** The eldest message, null where there is none. */
  public @Nullable T take() {
    T message = messages.poll();
    if (message != null) {
      size.decrementAndGet();
    }
    return message;
  }

  /** What the loop is to watch: readable once something was put while it waited. */
  public int descriptor() {
    return eventFd;
  }

  /** To be called when the descriptor is readable. */
  public void awake() {
    polling.clearWake(eventFd);
  }

  /**
   * Declares that the loop is about to wait; whoever puts a message from now on wakes it.
   *
   * @return false where a message is there already and the loop must not wait
   */
  public boolean beforeWait() {
    mayBeAsleep.set(true);
    return messages.isEmpty();
  }

  /** The loop goes on, and will look for messages without being woken. */
  public void afterWait() {
    mayBeAsleep.set(false);
  }
}
