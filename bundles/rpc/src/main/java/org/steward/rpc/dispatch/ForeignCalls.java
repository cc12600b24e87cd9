package org.steward.rpc.dispatch;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.rpc.codec.Call;

/**
 * The calls of a namespace that another bundle brought, on threads of its own and so many at most:
 * code that never returns costs nobody else's calls. Platform threads, as a method that spins on a
 * virtual one would keep a processor from all others. Safe on any thread.
 */
final class ForeignCalls {
  /** How many calls may be on their way; one more is refused. */
  static final int MOST = 32;

  private static final int IDLE_SECONDS = 10;

  /** How long a call may go on once its namespace is gone. */
  private static final int GRACE_SECONDS = 5;

  private final String namespace;
  private final Executor afterGrace;
  private final ThreadPoolExecutor executor;
  private final Set<CompletableFuture<?>> inFlight = ConcurrentHashMap.newKeySet();

  ForeignCalls(String namespace) {
    this(namespace, CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS));
  }

  /** With what runs a task after the grace, for tests. */
  ForeignCalls(String namespace, Executor afterGrace) {
    this.namespace = namespace;
    this.afterGrace = afterGrace;
    this.executor =
        new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("rpc-" + namespace).factory());
  }

  /** Begins a call; the stage completes with its result, or as {@link Failures} understands. */
  CompletionStage<@Nullable Object> start(PublishedMethod method, Call call) {
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    inFlight.add(answer);
    answer.whenComplete((value, thrown) -> inFlight.remove(answer));
    try {
      executor.execute(() -> run(method, call, answer));
    } catch (RejectedExecutionException full) {
      answer.completeExceptionally(executor.isShutdown() ? gone() : busy());
    }
    return answer;
  }

  private static void run(
      PublishedMethod method, Call call, CompletableFuture<@Nullable Object> answer) {
    try {
      Object result = method.execute(call);
      if (result instanceof CompletionStage<?> stage) {
        stage.whenComplete((value, thrown) -> settle(answer, value, thrown));
      } else {
        answer.complete(result);
      }
    } catch (Throwable thrown) { // foreign code: see PublishedMethod
      answer.completeExceptionally(thrown);
    }
  }

  private static void settle(
      CompletableFuture<@Nullable Object> answer,
      @Nullable Object value,
      @Nullable Throwable thrown) {
    if (thrown == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(thrown);
    }
  }

  /** The namespace is gone: calls on their way may finish, those that take too long are ended. */
  void close() {
    executor.shutdown();
    if (!inFlight.isEmpty()) {
      afterGrace.execute(this::abandon);
    }
  }

  private void abandon() {
    inFlight.forEach(call -> call.completeExceptionally(gone()));
    executor.shutdownNow();
  }

  private SupervisorFault gone() {
    return new SupervisorFault(
        Fault.FAILED, "the plugin that serves the namespace " + namespace + " was removed");
  }

  private SupervisorFault busy() {
    return new SupervisorFault(
        Fault.FAILED, MOST + " calls of the namespace " + namespace + " have not returned");
  }
}
