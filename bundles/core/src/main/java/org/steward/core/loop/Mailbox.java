package org.steward.core.loop;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.steward.core.posix.Polling;

/**
 * What other threads have to say to a loop. Any thread posts; the loop takes. The loop is woken by
 * an eventfd, once for any number of messages it has not looked at yet.
 */
final class Mailbox {
  private final ConcurrentLinkedQueue<Message> messages = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Polling polling;
  private final int eventFd;
  private final int capacity;

  /**
   * An empty mailbox.
   *
   * @param capacity how many messages may wait before {@link #offer} refuses
   */
  Mailbox(Polling polling, int eventFd, int capacity) {
    this.polling = polling;
    this.eventFd = eventFd;
    this.capacity = capacity;
  }

  /** How many messages wait. Any thread. */
  int size() {
    return size.get();
  }

  /** Posts a message that has a place by right: at most a few per process can be under way. */
  void post(Message message) {
    size.incrementAndGet();
    messages.add(message);
    if (woken.compareAndSet(false, true)) {
      polling.wake(eventFd);
    }
  }

  /** Posts a message, unless too many wait. */
  boolean offer(Message message) {
    if (size.get() >= capacity) {
      return false;
    }
    post(message);
    return true;
  }

  /** On the loop, after its eventfd became readable: takes the wake-up back. */
  void awake() {
    polling.clearWake(eventFd);
    woken.set(false);
  }

  /** On the loop: takes up to {@code most} messages; returns whether more may be waiting. */
  boolean take(int most, Consumer<Message> taker) {
    for (int i = 0; i < most; i++) {
      Message message = messages.poll();
      if (message == null) {
        return false;
      }
      size.decrementAndGet();
      taker.accept(message);
    }
    return !messages.isEmpty();
  }
}
