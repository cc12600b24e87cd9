package org.steward.slf4j;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Where messages go: the OSGi log while there is one, nowhere otherwise.
 *
 * <p>Static, because SLF4J's own entry points are. Safe on any thread.
 */
final class OsgiLog {
  private static volatile @Nullable ServiceTracker<LoggerFactory, LoggerFactory> tracker;

  private OsgiLog() {}

  static void open(BundleContext context) {
    ServiceTracker<LoggerFactory, LoggerFactory> opened =
        new ServiceTracker<>(context, LoggerFactory.class, null);
    opened.open();
    tracker = opened;
  }

  static void close() {
    ServiceTracker<LoggerFactory, LoggerFactory> closing = tracker;
    tracker = null;
    if (closing != null) {
      closing.close();
    }
  }

  /** The logger of the given name, null while there is no OSGi log. */
  static @Nullable Logger logger(String name) {
    ServiceTracker<LoggerFactory, LoggerFactory> current = tracker;
    LoggerFactory factory = current == null ? null : current.getService();
    return factory == null ? null : factory.getLogger(name);
  }
}
