package org.steward.slf4j;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Connects SLF4J's loggers with the OSGi log while this bundle is active. */
public final class Activator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    OsgiLog.open(context);
  }

  @Override
  public void stop(BundleContext context) {
    OsgiLog.close();
  }
}
