package org.steward.plugins.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.FrameworkWiring;

/** What can be done with a plugin's bundle. Runs its code, so on its lane only. */
final class BundleOps {
  /** What the locations of plugins from the folders begin with. */
  static final String LOCATION = "plugin:";

  private static final int REFRESH_SECONDS = 10;

  private final BundleContext context;

  BundleOps(BundleContext context) {
    this.context = context;
  }

  Bundle install(Path jar, JarCopy copy) throws BundleException, IOException {
    try (InputStream in = Files.newInputStream(copy.file())) {
      return context.installBundle(LOCATION + jar, in);
    }
  }

  void update(Bundle bundle, JarCopy copy) throws BundleException, IOException {
    bundle.stop(Bundle.STOP_TRANSIENT);
    try (InputStream in = Files.newInputStream(copy.file())) {
      bundle.update(in);
    }
    refresh(bundle);
  }

  void start(Bundle bundle) throws BundleException {
    if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
      bundle.start(Bundle.START_ACTIVATION_POLICY);
    }
  }

  void uninstall(Bundle bundle) throws BundleException {
    if (bundle.getState() != Bundle.UNINSTALLED) {
      bundle.uninstall();
    }
    refresh(bundle);
  }

  /** Lets go of the classes of before; bundles that use them are restarted on those of now. */
  private void refresh(Bundle bundle) {
    CountDownLatch done = new CountDownLatch(1);
    FrameworkListener listener = event -> done.countDown();
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(Set.of(bundle), listener);
    try {
      done.await(REFRESH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
