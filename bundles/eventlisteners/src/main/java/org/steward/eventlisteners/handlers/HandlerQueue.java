package org.steward.eventlisteners.handlers;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEventHandler;

/**
 * What waits for one handler, and the thread that brings it there. Bounded in number and in bytes
 * of output carried; what does not fit is dropped and counted.
 */
final class HandlerQueue {
  static final int MOST_EVENTS = 1024;
  static final long MOST_BYTES = 1 << 20;

  private final SupervisorEventHandler handler;
  private final String name;
  private final Consumer<String> warnings;
  private final SerialWorker worker;
  private final AtomicLong bytes = new AtomicLong();
  private volatile Subscription subscription;

  /** Counted on the supervision loop. */
  private final Tally drops = new Tally();

  /** Counted on the worker's thread. */
  private final Tally failures = new Tally();

  HandlerQueue(
      SupervisorEventHandler handler,
      String name,
      Subscription subscription,
      Consumer<String> warnings) {
    this.handler = handler;
    this.name = name;
    this.subscription = subscription;
    this.warnings = warnings;
    this.worker = new SerialWorker("events-" + name, MOST_EVENTS);
  }

  SupervisorEventHandler handler() {
    return handler;
  }

  void subscribe(Subscription changed) {
    subscription = changed;
  }

  /** Has the handler told, where it wants the event. On the supervision loop. */
  void offer(SupervisorEvent event) {
    if (!subscription.includes(event.type())) {
      return;
    }
    long weight = weight(event);
    long before = bytes.getAndAdd(weight);
    boolean fits = before == 0 || before + weight <= MOST_BYTES;
    if (fits && worker.offer(() -> deliver(event, weight))) {
      return;
    }
    bytes.addAndGet(-weight);
    if (drops.countsRound()) {
      warnings.accept(
          "event handler %s does not keep up: %d events dropped so far"
              .formatted(name, drops.count()));
    }
  }

  void close() {
    worker.close();
  }

  private void deliver(SupervisorEvent event, long weight) {
    try {
      handler.onEvent(event);
    } catch (Throwable foreign) {
      // Whatever another bundle's code throws, errors included, the next event must get through.
      if (failures.countsRound()) {
        warnings.accept(
            "event handler %s failed on %s (failure %d): %s"
                .formatted(name, event.type(), failures.count(), foreign));
      }
    } finally {
      bytes.addAndGet(-weight);
    }
  }

  private static long weight(SupervisorEvent event) {
    return switch (event) {
      case ProcessLog log -> log.data().length;
      case ProcessCommunication told -> told.data().length;
      default -> 0;
    };
  }
}
