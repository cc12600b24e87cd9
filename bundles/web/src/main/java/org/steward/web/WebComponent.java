package org.steward.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.steward.api.control.Supervisor;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.http.HttpListeners;
import org.steward.api.http.PageLink;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.plugin.Plugins;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.core.spi.http.HttpServers;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.web.live.RecentEvents;
import org.steward.web.server.Report;
import org.steward.web.server.WebServer;

/**
 * The web server as an OSGi component: open while the supervisor wants it to be. The endpoint of
 * XML-RPC and the pages of plugins may come later and go earlier.
 */
@Component(immediate = true, service = HttpListeners.class)
public final class WebComponent implements HttpListeners {
  private final HttpServers servers;
  private final Supervisor supervisor;
  private final Report report;
  private final PluginGateway plugins;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable RpcEndpoint rpc;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable ShellSessions shell;

  private final Offers offers = new Offers();
  private final RecentEvents events;
  private final BundleContext context;
  private volatile @Nullable WebServer web;
  private @Nullable ServiceRegistration<SupervisorEventHandler> handler;

  /**
   * @param servers the sockets to serve
   * @param supervisor what the pages show
   * @param log where the operator is told what happens
   */
  @Activate
  public WebComponent(
      BundleContext context,
      @Reference HttpServers servers,
      @Reference Supervisor supervisor,
      @Reference(service = LoggerFactory.class) Logger log) {
    this.context = context;
    this.servers = servers;
    this.supervisor = supervisor;
    this.report = new LogReport(log);
    this.events = new RecentEvents(supervisor::snapshot, InstantSource.system());
    this.plugins = new PluginGateway(report);
  }

  @Override
  public List<Listener> listeners() {
    WebServer open = web;
    return open == null ? List.of() : open.listeners();
  }

  private List<String> warnings() {
    WebServer open = web;
    return open == null ? List.of() : open.warnings();
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindPluginPages(PluginPages pages) {
    plugins.add(pages);
  }

  void unbindPluginPages(PluginPages pages) {
    plugins.remove(pages);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindMetrics(MetricsSource source) {
    offers.add(source);
  }

  void unbindMetrics(MetricsSource source) {
    offers.remove(source);
  }

  @Reference(
      service = AnyService.class,
      target = "(" + PageLink.TITLE + "=*)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindLink(ServiceReference<?> offer) {
    offers.add(offer);
  }

  void unbindLink(ServiceReference<?> offer) {
    offers.remove(offer);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindPlugins(Plugins service) {
    offers.set(service);
  }

  void unbindPlugins(Plugins service) {
    offers.set(null);
  }

  @Activate
  void open() {
    handler =
        context.registerService(
            SupervisorEventHandler.class,
            events,
            FrameworkUtil.asDictionary(Map.of(SupervisorEventHandler.EVENTS, RecentEvents.TYPES)));
    Site.Parts parts =
        new Site.Parts(
            supervisor,
            events,
            () -> rpc,
            () -> shell,
            offers::metrics,
            offers,
            plugins,
            this::warnings,
            report,
            InstantSource.system());
    Handler.Abstract site = Site.handler(parts);
    WebServer opened = WebServer.open(servers.sockets(), site, report);
    web = opened;
    plugins.serverStarted(opened.server());
  }

  @Deactivate
  void close() {
    plugins.serverStopping();
    ServiceRegistration<?> registered = handler;
    if (registered != null) {
      registered.unregister();
    }
    WebServer closing = web;
    if (closing != null) {
      closing.close();
    }
  }
}
