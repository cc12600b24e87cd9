package org.steward.core.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.steward.api.control.Supervisor;
import org.steward.api.metrics.MetricsSource;
import org.steward.core.loop.SupervisionLoop;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.http.HttpServers;
import org.steward.core.spi.shell.ConsoleTerminal;

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
  public synchronized void publish(Generation generation, HttpServers servers) {
    listeners = new ListenerTracker(context, generation.loop());
    listeners.open();
    registrations.add(context.registerService(Supervisor.class, generation.control(), null));
    for (MetricsSource figures : generation.figures()) {
      registrations.add(context.registerService(MetricsSource.class, figures, null));
    }
    registrations.add(context.registerService(HttpServers.class, servers, null));
  }

  @Override
  public void offerConsole() {
    String type = System.getenv("TERM");
    ConsoleTerminal terminal = () -> type == null ? "dumb" : type;
    context.registerService(ConsoleTerminal.class, terminal, null);
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

  /**
   * Tells the loop of the event listener bundle's coming and going. The bundle does not go before
   * the loop has let go of it.
   */
  private static final class ListenerTracker
      extends ServiceTracker<ListenerProtocol, ListenerProtocol> {
    private static final int MOST_SECONDS = 5;

    private final SupervisionLoop loop;

    ListenerTracker(BundleContext context, SupervisionLoop loop) {
      super(context, ListenerProtocol.class, null);
      this.loop = loop;
    }

    @Override
    public ListenerProtocol addingService(ServiceReference<ListenerProtocol> reference) {
      ListenerProtocol protocol = super.addingService(reference);
      loop.handle().attachListeners(protocol);
      return protocol;
    }

    /** The loop never blocks: this takes one turn, unless something is very wrong. */
    private void detach() {
      try {
        loop.handle().detachListeners().toCompletableFuture().get(MOST_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        loop.log().error("the event listener bundle goes without a word: " + e);
      }
    }

    @Override
    public void removedService(
        ServiceReference<ListenerProtocol> reference, ListenerProtocol protocol) {
      detach();
      super.removedService(reference, protocol);
    }
  }
}
