package org.steward.plugins.folder.activators;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Cannot be started. */
public final class ThrowingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    throw new IllegalStateException("no such luck");
  }

  @Override
  public void stop(BundleContext context) {}
}
