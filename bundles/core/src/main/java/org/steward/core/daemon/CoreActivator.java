package org.steward.core.daemon;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.steward.api.control.Supervisor;
import org.steward.core.config.CommandLine;
import org.steward.core.config.reader.ConfigReader;
import org.steward.core.loop.Workers;
import org.steward.core.posix.LinuxPosix;
import org.steward.core.posix.Posix;
import org.steward.core.posix.SystemClock;

/**
 * Starts the daemon as the first bundle of the container. An activator and no Declarative Services
 * component, because the programs are to run before that runtime is up.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class CoreActivator implements BundleActivator {
  private volatile @Nullable Daemon daemon;

  @Override
  public void start(BundleContext context) throws InvalidSyntaxException {
    @SuppressWarnings("unchecked") // the launcher registers strings
    List<String> arguments = (List<String>) service(context, List.class, "steward.arguments");
    IntConsumer exit = service(context, IntConsumer.class, "steward.exit");
    String version = version(context);
    Posix posix = new LinuxPosix();
    Map<String, String> environment = DaemonEnvironment.read();
    String home = context.getProperty("steward.home");
    Path installation = Path.of(home == null ? "" : home);
    Generation.System system =
        new Generation.System(
            posix,
            new SystemClock(),
            Workers.start(),
            environment,
            new RunAsUser(posix),
            version,
            path(context, "steward.state.dir"),
            path(context, "steward.cache.dir"),
            Succession.of(posix, installation, arguments));
    CommandLine commandLine =
        CommandLine.of(
            installation.resolve("bin").resolve("supervisord").toString(),
            Supervisor.COMPATIBLE_VERSION);
    PluginSections sections = new PluginSections();
    new SectionReceiverTracker(context, sections).open();
    Daemon created =
        new Daemon(
            system,
            options -> sections.over(ConfigReader.of(options, environment)),
            commandLine,
            new Console(),
            new OsgiServices(context),
            exit);
    String format = System.getenv(Upgrades.CHECK);
    if (format == null) {
      daemon = created;
      endWithFramework(context, created);
      created.start(arguments);
    } else {
      created.check(arguments, Integer.parseInt(format));
    }
  }

  /** Ends the daemon as a signal would, if it has not ended before. */
  @Override
  public void stop(BundleContext context) {
    Daemon running = daemon;
    if (running != null) {
      stop(running);
    }
  }

  /**
   * Has the daemon end before the framework stops any other bundle, so that listeners and clients
   * see it end as they always do.
   */
  private static void endWithFramework(BundleContext context, Daemon daemon) {
    SynchronousBundleListener listener =
        event -> {
          if (event.getType() == BundleEvent.STOPPING
              && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            stop(daemon);
          }
        };
    context.addBundleListener(listener);
  }

  private static void stop(Daemon daemon) {
    try {
      daemon.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T service(BundleContext context, Class<T> type, String mark)
      throws InvalidSyntaxException {
    Collection<ServiceReference<T>> found =
        context.getServiceReferences(type, "(" + mark + "=true)");
    for (ServiceReference<T> reference : found) {
      T service = context.getService(reference);
      if (service != null) {
        return service;
      }
    }
    throw new IllegalStateException("cannot start without the launcher's service " + mark);
  }

  private static @Nullable Path path(BundleContext context, String property) {
    String path = context.getProperty(property);
    return path == null ? null : Path.of(path);
  }

  private static String version(BundleContext context) {
    var version = context.getBundle().getVersion();
    return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
  }
}
