package org.steward.itests.container;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.steward.api.control.Supervisor;

/**
 * What the launcher is to core: tells it the command line, and is told the end. A bundle of its own
 * that starts before core, and stops the daemon before the container stops.
 */
public final class LauncherStandIn implements BundleActivator {

  /** The framework property that names the configuration file. */
  static final String CONFIGURATION = "steward.test.configuration";

  private static final long MOST_SECONDS_TO_STOP = 20;

  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public void start(BundleContext context) {
    List<String> arguments = List.of("-n", "-s", "-c", context.getProperty(CONFIGURATION));
    context.registerService(List.class, arguments, marked("steward.arguments"));
    context.registerService(IntConsumer.class, status -> ended.countDown(), marked("steward.exit"));
    SynchronousBundleListener listener = event -> stopDaemon(context, event);
    context.addBundleListener(listener);
  }

  private static Dictionary<String, Object> marked(String property) {
    return new Hashtable<>(Map.of(property, true));
  }

  private void stopDaemon(BundleContext context, BundleEvent event) {
    boolean containerStops =
        event.getType() == BundleEvent.STOPPING
            && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID;
    ServiceReference<Supervisor> daemon =
        containerStops ? context.getServiceReference(Supervisor.class) : null;
    if (daemon != null) {
      context.getService(daemon).shutdown();
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      if (!ended.await(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the daemon does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop(BundleContext context) {
    // Its services go with it.
  }
}
