package org.steward.rpc;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.steward.api.control.Supervisor;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.core.spi.security.AuditTrail;
import org.steward.rpc.codec.Limits;
import org.steward.rpc.codec.RequestReader;
import org.steward.rpc.dispatch.Dispatcher;
import org.steward.rpc.dispatch.Invoker;
import org.steward.rpc.dispatch.NamespaceRegistry;
import org.steward.rpc.dispatch.RpcLog;
import org.steward.rpc.dispatch.SystemNamespace;
import org.steward.rpc.supervisor.SupervisorNamespace;

/**
 * The parts of the RPC server, put together.
 *
 * @param endpoint answers calls
 * @param registry takes further namespaces
 */
public record RpcStack(RpcEndpoint endpoint, NamespaceRegistry registry) {
  /** Takes every task, also while the bundle stops: a caller must not be left without an answer. */
  private static final Executor DEFERRED =
      task -> Thread.ofVirtual().name("rpc-deferred").start(task);

  /** A server with the namespaces {@code system} and {@code supervisor}. */
  public static RpcStack over(Supervisor supervisor, Clock clock, RpcLog log) {
    return over(supervisor, clock, log, Limits.forHeap(Runtime.getRuntime().maxMemory()));
  }

  static RpcStack over(Supervisor supervisor, Clock clock, RpcLog log, Limits limits) {
    NamespaceRegistry registry = new NamespaceRegistry(log);
    Invoker invoker =
        new Invoker(registry, DEFERRED, log, new AuditTrail(supervisor.logs(), clock));
    registry.add("system", new SystemNamespace(registry, invoker, limits));
    registry.add(SupervisorNamespace.NAME, new SupervisorNamespace(supervisor, clock, limits));
    RequestReader reader = new RequestReader(limits);
    return new RpcStack(new Dispatcher(reader, invoker, limits, log), registry);
  }
}
