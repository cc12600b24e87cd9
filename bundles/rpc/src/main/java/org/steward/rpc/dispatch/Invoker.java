package org.steward.rpc.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.jspecify.annotations.Nullable;
import org.steward.rpc.codec.Call;
import org.steward.rpc.dispatch.Outcome.Failed;
import org.steward.rpc.dispatch.Outcome.Pending;
import org.steward.rpc.dispatch.Outcome.Settled;
import org.steward.rpc.dispatch.Outcome.Value;

/**
 * Calls methods, each on its caller's thread, and lets no exception out. What follows a deferred
 * result runs on an executor, so that neither the supervisor's threads nor a plugin's encode
 * answers or run the rest of a multicall. Safe on any thread.
 */
public final class Invoker {
  private final XmlRpcHandlerMapping methods;
  private final Executor deferred;
  private final RpcLog log;

  /**
   * An invoker.
   *
   * @param methods finds the method
   * @param deferred runs what follows a deferred result; must accept every task
   * @param log where unforeseen failures go
   */
  public Invoker(XmlRpcHandlerMapping methods, Executor deferred, RpcLog log) {
    this.methods = methods;
    this.deferred = deferred;
    this.log = log;
  }

  Outcome invoke(Call call) {
    try {
      return switch (methods.getHandler(call.methodName()).execute(call)) {
        case CompletionStage<?> stage -> outcome(call, stage);
        case null -> new Value(null);
        case Object value -> new Value(value);
      };
    } catch (Throwable t) {
      // Foreign code again: see PublishedMethod.
      return failed(call.methodName(), t);
    }
  }

  /** Hands the decision of a pending call on, on the executor; exactly once. */
  void whenSettled(Pending pending, Consumer<Settled> consumer) {
    pending
        .stage()
        .whenCompleteAsync(
            (value, thrown) -> consumer.accept(settled(pending.method(), value, thrown)), deferred);
  }

  private Outcome outcome(Call call, CompletionStage<?> stage) {
    // Not by instanceof: a minimal stage is a CompletableFuture too, and refuses to be asked.
    CompletableFuture<?> future = stage.toCompletableFuture();
    return future.isDone() ? settled(call, future) : new Pending(call.methodName(), stage);
  }

  private Settled settled(Call call, CompletableFuture<?> done) {
    return done.isCompletedExceptionally()
        ? failed(call.methodName(), done.exceptionNow())
        : new Value(done.resultNow());
  }

  private Settled settled(String method, @Nullable Object value, @Nullable Throwable thrown) {
    return thrown == null ? new Value(value) : failed(method, thrown);
  }

  /** What a client sees of a failure of the method, which is logged where nobody foresaw it. */
  Failed failed(String method, Throwable thrown) {
    return new Failed(Failures.fault(method, thrown, log));
  }
}
