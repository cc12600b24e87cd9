package org.steward.web;

import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.steward.api.control.Supervisor;
import org.steward.api.http.HttpListeners;
import org.steward.api.http.HttpServers;
import org.steward.api.rpc.RpcEndpoint;
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

  private volatile @Nullable WebServer web;

  /**
   * @param servers the sockets to serve
   * @param supervisor what the pages show
   * @param log where the operator is told what happens
   */
  @Activate
  public WebComponent(
      @Reference HttpServers servers,
      @Reference Supervisor supervisor,
      @Reference(service = LoggerFactory.class) Logger log) {
    this.servers = servers;
    this.supervisor = supervisor;
    this.report = new LogReport(log);
    this.plugins = new PluginGateway(report);
  }

  @Override
  public List<Listener> listeners() {
    WebServer open = web;
    return open == null ? List.of() : open.listeners();
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindPluginPages(PluginPages pages) {
    plugins.add(pages);
  }

  void unbindPluginPages(PluginPages pages) {
    plugins.remove(pages);
  }

  @Activate
  void open() {
    Handler site = Site.handler(supervisor, () -> rpc, plugins, InstantSource.system());
    WebServer opened = WebServer.open(servers.sockets(), site, report);
    web = opened;
    plugins.serverStarted(opened.server());
  }

  @Deactivate
  void close() {
    plugins.serverStopping();
    WebServer closing = web;
    if (closing != null) {
      closing.close();
    }
  }
}
