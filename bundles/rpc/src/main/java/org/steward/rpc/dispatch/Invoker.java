package org.steward.rpc.dispatch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.xmlrpc.XmlRpcException;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.security.AuditTrail.Actor;
import org.steward.rpc.codec.Call;
import org.steward.rpc.dispatch.NamespaceRegistry.Served;
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
  /** The fault of who may not call a method, for which Supervisor has none: HTTP's number. */
  static final int FORBIDDEN = 403;

  private final NamespaceRegistry methods;
  private final Executor deferred;
  private final RpcLog log;
  private final AuditTrail audit;

  /**
   * An invoker.
   *
   * @param methods finds the method
   * @param deferred runs what follows a deferred result; must accept every task
   * @param log where unforeseen failures go
   * @param audit told of calls that change something
   */
  public Invoker(NamespaceRegistry methods, Executor deferred, RpcLog log, AuditTrail audit) {
    this.methods = methods;
    this.deferred = deferred;
    this.log = log;
    this.audit = audit;
  }

  Outcome invoke(Call call) {
    try {
      Served method =
          methods
              .find(call.methodName())
              .orElseThrow(() -> new SupervisorFault(Fault.UNKNOWN_METHOD));
      admit(method.method(), call);
      return method.method().audited() ? audited(method, call) : execute(method, call);
    } catch (Throwable t) {
      // Foreign code again: see PublishedMethod.
      return failed(call.methodName(), t);
    }
  }

  /** The one place that decides whether somebody may call a method. */
  private void admit(PublishedMethod method, Call call) {
    Role role = call.caller().role();
    if (!role.includes(method.role())) {
      String why =
          "it takes the role %s, yours is %s".formatted(method.role().label(), role.label());
      audit.refused(actor(call), call.methodName(), why);
      throw new SupervisorFault(FORBIDDEN, "FORBIDDEN: %s: %s".formatted(call.methodName(), why));
    }
  }

  private Outcome audited(Served method, Call call) throws XmlRpcException {
    String words = words(call);
    audit.changed(actor(call), words);
    Outcome outcome;
    try {
      outcome = execute(method, call);
    } catch (Throwable t) {
      // Whatever it is, it is told and goes on to who asked.
      audit.failed(actor(call), words, Failures.words(t));
      throw t;
    }
    switch (outcome) {
      case Failed(SupervisorFault fault) -> audit.failed(actor(call), words, Failures.words(fault));
      case Pending pending ->
          pending
              .stage()
              .whenComplete(
                  (value, thrown) -> {
                    if (thrown != null) {
                      audit.failed(actor(call), words, Failures.words(Failures.cause(thrown)));
                    }
                  });
      case Value value -> {
        // All is said.
      }
    }
    return outcome;
  }

  private static Actor actor(Call call) {
    return new Actor(call.caller().user(), call.caller().address(), "rpc");
  }

  /** The method with what it is about; what is sent, and what plugins are told, may be secret. */
  private static String words(Call call) {
    List<?> params = call.params();
    int shown = call.methodName().startsWith("supervisor.signal") ? params.size() : 1;
    StringBuilder words = new StringBuilder(call.methodName());
    for (Object param : params.subList(0, Math.min(shown, params.size()))) {
      boolean plain = param instanceof String || param instanceof Number;
      words.append(' ').append(plain ? param : "...");
    }
    return words.toString();
  }

  private Outcome execute(Served method, Call call) throws XmlRpcException {
    return switch (method.execute(call)) {
      case CompletionStage<?> stage -> outcome(call, stage);
      case null -> new Value(null);
      case Object value -> new Value(value);
    };
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
