package org.steward.plugins.folder.activators;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Is never done with its start, unless it is interrupted. */
public final class StuckActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws InterruptedException {
    Thread.currentThread().join();
  }

  @Override
  public void stop(BundleContext context) {}
}
