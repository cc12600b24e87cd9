package org.steward.core.daemon;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.steward.api.control.Supervisor;
import org.steward.api.http.HttpServers;
import org.steward.core.loop.SupervisionLoop;
import org.steward.core.spi.ListenerProtocol;

/**
 * Makes a generation known as OSGi services, and the event listener bundle known to the generation.
 */
final class OsgiServices implements Services {
  private final BundleContext context;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private @Nullable ServiceTracker<ListenerProtocol, ListenerProtocol> listeners;

  OsgiServices(BundleContext context) {
    this.context = context;
  }

  @Override
  public synchronized void publish(
      SupervisionLoop loop, Supervisor supervisor, HttpServers servers) {
    listeners = new ListenerTracker(context, loop);
    listeners.open();
    registrations.add(context.registerService(Supervisor.class, supervisor, null));
    registrations.add(context.registerService(HttpServers.class, servers, null));
  }

  @Override
  public synchronized void withdraw() {
    // The sockets go first: whoever serves them closes them before unregister returns.
    for (ServiceRegistration<?> registration : registrations.reversed()) {
      try {
        registration.unregister();
      } catch (IllegalStateException e) {
        continue; // the framework is stopping and has withdrawn it
      }
    }
    registrations.clear();
    if (listeners != null) {
      listeners.close();
      listeners = null;
    }
  }

  /** Tells the loop of the event listener bundle's coming and going. */
  private static final class ListenerTracker
      extends ServiceTracker<ListenerProtocol, ListenerProtocol> {
    private final SupervisionLoop loop;

    ListenerTracker(BundleContext context, SupervisionLoop loop) {
      super(context, ListenerProtocol.class, null);
      this.loop = loop;
    }

    @Override
    public ListenerProtocol addingService(ServiceReference<ListenerProtocol> reference) {
      ListenerProtocol protocol = super.addingService(reference);
      loop.attachListeners(protocol);
      return protocol;
    }

    @Override
    public void removedService(
        ServiceReference<ListenerProtocol> reference, ListenerProtocol protocol) {
      loop.attachListeners(null);
      super.removedService(reference, protocol);
    }
  }
}
