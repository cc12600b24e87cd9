package org.steward.web;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.web.api.Api;
import org.steward.web.api.PluginPort;
import org.steward.web.http.Gate;
import org.steward.web.http.LazyRoute;
import org.steward.web.http.Routes;
import org.steward.web.http.Traffic;
import org.steward.web.live.ProcFs;
import org.steward.web.live.RecentEvents;
import org.steward.web.live.UsageSampler;
import org.steward.web.metrics.HealthRoutes;
import org.steward.web.metrics.MetricsRoute;
import org.steward.web.page.Pages;
import org.steward.web.rpc.RpcRoute;
import org.steward.web.server.Report;
import org.steward.web.shell.ShellRoute;
import org.steward.web.tail.LogTail;
import org.steward.web.ui.UiRoute;

/** Which address is answered by what. */
final class Site {
  private final Parts parts;
  private final AuditTrail audit;
  private final Traffic traffic = new Traffic();
  private final ProcFs proc = new ProcFs(Path.of("/proc"));
  private final UsageSampler usage;

  private Site(Parts parts) {
    this.parts = parts;
    this.audit = new AuditTrail(parts.supervisor().logs(), parts.clock());
    this.usage = new UsageSampler(parts.supervisor(), proc, parts.clock());
  }

  /**
   * What the site is made of.
   *
   * @param supervisor what it shows and changes
   * @param events what happened lately
   * @param rpc the endpoint of XML-RPC, null while there is none
   * @param shell where sessions of the command shell are opened, null while there is none
   * @param metrics figures of other bundles
   * @param offers what is known of plugins
   * @param plugins asked for every address not served here
   * @param warnings what the operator should know, each in words
   * @param report where the operator is told what happens
   * @param clock tells the time of day
   */
  record Parts(
      Supervisor supervisor,
      RecentEvents events,
      Supplier<@Nullable RpcEndpoint> rpc,
      Supplier<@Nullable ShellSessions> shell,
      Supplier<List<MetricsSource>> metrics,
      PluginPort offers,
      Request.Handler plugins,
      Supplier<List<String>> warnings,
      Report report,
      InstantSource clock) {}

  /** Everything that is served. */
  static Handler.Abstract handler(Parts parts) {
    return new Site(parts).handler();
  }

  private Handler.Abstract handler() {
    Supervisor supervisor = parts.supervisor();
    LogTail logs = new LogTail(supervisor);
    RpcRoute rpc = new RpcRoute(parts.rpc(), audit);
    HealthRoutes health = new HealthRoutes(supervisor);
    Routes.Builder routes =
        Routes.builder()
            .tree("/RPC2", rpc)
            .tree("/logtail", logs.processes())
            .tree("/mainlogtail", logs.daemon())
            .tree("/api", new LazyRoute(() -> Api.route(api())))
            .tree("/ui", new LazyRoute(UiRoute::new))
            .path("/shell", new LazyRoute(() -> new ShellRoute(parts.shell(), audit)))
            .path("/metrics", new LazyRoute(this::metrics))
            .path("/healthz", health.alive())
            .path("/readyz", health.ready());
    Pages.addTo(routes, supervisor, audit, parts.clock());
    Gate gate = new Gate(routes.build(), parts.plugins(), audit, traffic);
    gate.addBean(rpc);
    gate.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopping(LifeCycle stopping) {
            usage.close();
          }
        });
    return gate;
  }

  private Api.Parts api() {
    return new Api.Parts(
        parts.supervisor(),
        parts.events(),
        usage,
        parts.offers(),
        parts.warnings(),
        audit,
        parts.clock());
  }

  private MetricsRoute metrics() {
    return new MetricsRoute(
        MetricsRoute.figures(parts.supervisor(), traffic, proc, parts.clock()),
        parts.metrics(),
        parts.report()::warn);
  }
}
