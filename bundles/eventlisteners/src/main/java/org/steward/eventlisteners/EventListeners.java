package org.steward.eventlisteners;

import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.steward.api.event.HandlerReports;
import org.steward.api.event.ResultHandler;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;
import org.steward.core.spi.PoolsMemory;
import org.steward.eventlisteners.handlers.Handlers;
import org.steward.eventlisteners.protocol.Pools;
import org.steward.eventlisteners.protocol.ResultHandlers;

/**
 * The bundle's service to the supervision loop, and the whiteboard for {@link
 * SupervisorEventHandler} and {@link ResultHandler} services.
 */
@Component(service = {ListenerProtocol.class, HandlerReports.class, MetricsSource.class})
public final class EventListeners implements ListenerProtocol, HandlerReports, MetricsSource {
  /** Where the bundles are up that come along with the daemon, as the launcher says. */
  private static final String LAST_LEVEL = "steward.plugins.level";

  private final ResultHandlers resultHandlers = new ResultHandlers();
  private final Pools pools = new Pools(resultHandlers);
  private final Warnings warnings = new Warnings();
  private final Handlers handlers = new Handlers(warnings);
  private final HandlerProperties properties = new HandlerProperties(warnings);

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      updated = "updatedHandler")
  void addHandler(SupervisorEventHandler handler, Map<String, ?> service) {
    handlers.add(handler, properties.identity(handler, service), properties.subscription(service));
  }

  void updatedHandler(SupervisorEventHandler handler, Map<String, ?> service) {
    handlers.update(handler, properties.subscription(service));
  }

  void removeHandler(SupervisorEventHandler handler) {
    handlers.remove(handler);
  }

  @Override
  public List<Report> reports() {
    return handlers.reports();
  }

  @Override
  public void collect(MetricsSink sink) {
    pools.collect(sink);
    for (Report report : reports()) {
      Map<String, String> labels =
          Map.of("handler", report.handler(), "bundle", Long.toString(report.bundle()));
      sink.counter(
          "steward_event_handler_dropped",
          "Events a handler missed because it did not keep up.",
          labels,
          report.dropped());
      sink.counter(
          "steward_event_handler_failed", "Events a handler threw on.", labels, report.failed());
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(" + ResultHandler.NAME + "=*)")
  void addResultHandler(ResultHandler handler, Map<String, ?> service) {
    resultHandlers.add(String.valueOf(service.get(ResultHandler.NAME)), handler);
  }

  void removeResultHandler(ResultHandler handler, Map<String, ?> service) {
    resultHandlers.remove(String.valueOf(service.get(ResultHandler.NAME)), handler);
  }

  /** Handlers of bundles that start later are told of the programs' first moments, too. */
  @Activate
  void activate(BundleContext context) {
    FrameworkStartLevel level =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
    String last = context.getProperty(LAST_LEVEL);
    int wanted = last == null ? 0 : Integer.parseInt(last);
    if (level.getStartLevel() >= wanted) {
      return;
    }
    handlers.hold();
    context.addFrameworkListener(
        event -> {
          if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED
              && level.getStartLevel() >= wanted) {
            handlers.release();
          }
        });
  }

  @Deactivate
  void deactivate() {
    pools.close();
    handlers.close();
  }

  @Override
  public void attached(PoolHost host) {
    warnings.attached(host);
    pools.attached(host);
  }

  @Override
  public void resumed(PoolsMemory memory, PoolHost host) {
    pools.resumed(memory, host);
  }

  @Override
  public PoolsMemory detached() {
    return pools.detached();
  }

  @Override
  public void poolAdded(PoolSpec pool, PoolHost host) {
    pools.poolAdded(pool, host);
  }

  @Override
  public void poolRemoved(String pool) {
    pools.poolRemoved(pool);
  }

  @Override
  public void published(SupervisorEvent event) {
    pools.published(event);
    handlers.published(event);
  }

  @Override
  public void listenerStarted(ProcessId listener) {
    pools.listenerStarted(listener);
  }

  @Override
  public void listenerRunning(ProcessId listener) {
    pools.listenerRunning(listener);
  }

  @Override
  public void listenerStopping(ProcessId listener) {
    pools.listenerStopping(listener);
  }

  @Override
  public void listenerEnded(ProcessId listener) {
    pools.listenerEnded(listener);
  }

  @Override
  public void received(ProcessId listener, byte[] bytes) {
    pools.received(listener, bytes);
  }
}
