package org.steward.eventlisteners.handlers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.HandlerReports.Report;
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
  private final Identity identity;
  private final Consumer<String> warnings;
  private final SerialWorker worker;
  private final AtomicLong bytes = new AtomicLong();
  private volatile Subscription subscription;

  /** Counted on the supervision loop. */
  private final Tally drops = new Tally();

  /** Counted on the worker's thread. */
  private final Tally failures = new Tally();

  /** The {@code nanoTime} it was told of the event it is at, null while it is at none. */
  private volatile @Nullable Long busySince;

  private volatile String lastFailure = "";

  HandlerQueue(
      SupervisorEventHandler handler,
      Identity identity,
      Subscription subscription,
      Consumer<String> warnings) {
    this.handler = handler;
    this.identity = identity;
    this.subscription = subscription;
    this.warnings = warnings;
    this.worker = new SerialWorker("events-" + identity.name(), MOST_EVENTS);
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
              .formatted(identity.name(), drops.count()));
    }
  }

  /** How the handler fares. Any thread. */
  Report report() {
    Long since = busySince;
    return new Report(
        identity.name(),
        identity.bundle(),
        since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since),
        drops.count(),
        failures.count(),
        lastFailure);
  }

  void close() {
    worker.close();
  }

  private void deliver(SupervisorEvent event, long weight) {
    busySince = System.nanoTime();
    try {
      handler.onEvent(event);
    } catch (Throwable foreign) {
      lastFailure = foreign.toString();
      // Whatever another bundle's code throws, errors included, the next event must get through.
      if (failures.countsRound()) {
        warnings.accept(
            "event handler %s failed on %s (failure %d): %s"
                .formatted(identity.name(), event.type(), failures.count(), foreign));
      }
    } finally {
      busySince = null;
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
