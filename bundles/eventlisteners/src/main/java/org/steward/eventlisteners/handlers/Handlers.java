package org.steward.eventlisteners.handlers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.steward.api.event.HandlerReports;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;

/** The event handlers in this JVM. They come and go on any thread, events on the loop. */
public final class Handlers {
  private final Consumer<String> warnings;

  /** So many have room in each handler's queue. */
  private static final int MOST_EARLY = HandlerQueue.MOST_EVENTS - 1;

  /** What was published while handlers were yet to come. */
  private final List<SupervisorEvent> early = new ArrayList<>();

  private volatile boolean holding;

  /** Replaced as a whole, under the lock; read without. */
  private volatile HandlerQueue[] queues = {};

  /** No handlers yet; what goes wrong with one is told to {@code warnings}, on any thread. */
  public Handlers(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** A handler came. */
  public synchronized void add(
      SupervisorEventHandler handler, Identity identity, Subscription subscription) {
    HandlerQueue[] more = Arrays.copyOf(queues, queues.length + 1);
    more[queues.length] = new HandlerQueue(handler, identity, subscription, warnings);
    queues = more;
  }

  /** A handler wants other events than before; what waits for it stays. */
  public void update(SupervisorEventHandler handler, Subscription subscription) {
    for (HandlerQueue queue : queues) {
      if (queue.handler() == handler) {
        queue.subscribe(subscription);
      }
    }
  }

  /** A handler went: it ends what it is at, and gets nothing that waited for it. */
  public synchronized void remove(SupervisorEventHandler handler) {
    for (HandlerQueue queue : queues) {
      if (queue.handler() == handler) {
        queues = Arrays.stream(queues).filter(each -> each != queue).toArray(HandlerQueue[]::new);
        queue.close();
        return;
      }
    }
  }

  /** How each of them fares. Any thread. */
  public List<HandlerReports.Report> reports() {
    return Arrays.stream(queues).map(HandlerQueue::report).toList();
  }

  /** Tells the handlers no more. */
  public synchronized void close() {
    HandlerQueue[] last = queues;
    queues = new HandlerQueue[0];
    for (HandlerQueue queue : last) {
      queue.close();
    }
  }

  /**
   * Keeps what is published from now on for handlers that are yet to come, until {@link #release}
   * or until it is very much.
   */
  public synchronized void hold() {
    holding = true;
  }

  /** All who come along with the daemon are there. */
  public synchronized void release() {
    if (holding) {
      early.forEach(this::tell);
      early.clear();
      holding = false;
    }
  }

  /**
   * Has all handlers told that want it. On the supervision loop; waits for no more than the moment
   * in which what was held is handed out.
   */
  public void published(SupervisorEvent event) {
    if (!holding || !isHeld(event)) {
      tell(event);
    }
  }

  private synchronized boolean isHeld(SupervisorEvent event) {
    if (early.size() == MOST_EARLY) {
      release();
    } else if (holding) {
      early.add(event);
    }
    return holding;
  }

  private void tell(SupervisorEvent event) {
    for (HandlerQueue queue : queues) {
      queue.offer(event);
    }
  }
}
