package org.steward.eventlisteners.protocol;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.ResultHandler;
import org.steward.api.event.SupervisorEvent;
import org.steward.core.spi.PoolHost;
import org.steward.eventlisteners.handlers.SerialWorker;

/**
 * Asks a {@link ResultHandler} of another bundle, on a thread of the pool's own.
 *
 * <p>While there is none of the configured name, answers wait for one and their listeners stay
 * BUSY: to reject them would send the same event round and round, to accept them would lose what
 * the configured handler was to do with them. Events meanwhile fill the pool's buffer, which says
 * what it drops.
 */
final class HandlerJudge implements Judge {
  /**
   * How many answers may wait for the handler. One per listener is usual; more come only from
   * listeners that die, one after the other, before their answer is judged.
   */
  private static final int MOST_WAITING = 64;

  private record Case(SupervisorEvent event, byte[] result, Consumer<Verdict> later) {}

  private final String name;
  private final String pool;
  private final PoolHost host;
  private final ResultHandlers handlers;
  private final SerialWorker worker;
  private final Queue<Case> waiting = new ArrayDeque<>();
  private final Runnable watcher;

  HandlerJudge(String name, String pool, PoolHost host, ResultHandlers handlers) {
    this.name = name;
    this.pool = pool;
    this.host = host;
    this.handlers = handlers;
    this.worker = new SerialWorker("results-" + pool, MOST_WAITING);
    this.watcher = () -> host.execute(this::resume);
    handlers.watch(watcher);
  }

  @Override
  public @Nullable Verdict judge(SupervisorEvent event, byte[] result, Consumer<Verdict> later) {
    Case next = new Case(event, result, later);
    ResultHandler handler = handlers.find(name);
    if (handler == null) {
      return hold(next);
    }
    return worker.offer(() -> hear(handler, next)) ? null : giveUp();
  }

  @Override
  public void close() {
    handlers.unwatch(watcher);
    waiting.clear();
    worker.close();
  }

  private @Nullable Verdict hold(Case next) {
    if (waiting.size() == MOST_WAITING) {
      return giveUp();
    }
    if (waiting.isEmpty()) {
      host.warn(
          "pool %s: no result handler '%s' is installed; results wait until a bundle registers %s with %s=%s"
              .formatted(pool, name, ResultHandler.class.getName(), ResultHandler.NAME, name));
    }
    waiting.add(next);
    return null;
  }

  private void resume() {
    ResultHandler handler = handlers.find(name);
    while (handler != null && !waiting.isEmpty()) {
      Case next = waiting.remove();
      if (!worker.offer(() -> hear(handler, next))) {
        next.later.accept(giveUp());
      }
    }
  }

  private Verdict giveUp() {
    host.warn(
        "pool %s: %d results wait for result handler '%s' already"
            .formatted(pool, MOST_WAITING, name));
    return Verdict.FAILED;
  }

  private void hear(ResultHandler handler, Case next) {
    Verdict verdict = ask(handler, next);
    host.execute(() -> next.later.accept(verdict));
  }

  private Verdict ask(ResultHandler handler, Case next) {
    try {
      return handler.isProcessed(next.event, next.result) ? Verdict.PROCESSED : Verdict.REJECTED;
    } catch (Throwable foreign) {
      // Whatever another bundle's code throws, errors included, the listener must get a verdict.
      host.execute(() -> host.warn("pool " + pool + ": result handler '" + name + "': " + foreign));
      return Verdict.FAILED;
    }
  }
}
