package org.steward.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** Bundles that come and go in a folder of plugins while the daemon runs. */
class HotDeployTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  /** Leaves a file in the daemon's state directory for as long as it is active. */
  public static final class Visitor implements BundleActivator {
    @Override
    public void start(BundleContext context) throws IOException {
      Files.writeString(trace(context), context.getBundle().getVersion().toString());
    }

    @Override
    public void stop(BundleContext context) throws IOException {
      Files.delete(trace(context));
    }

    private static Path trace(BundleContext context) {
      return Path.of(context.getProperty("steward.state.dir"), "visitor");
    }
  }

  private void deploy(String version) throws IOException {
    Path complete = sandbox.directory().resolve("visitor.jar.part");
    try (InputStream bundle =
        TinyBundles.bundle()
            .addClass(Visitor.class)
            .setHeader("Bundle-SymbolicName", "visitor")
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Bundle-Version", version)
            .setHeader("Bundle-Activator", Visitor.class.getName())
            .setHeader("Import-Package", "org.osgi.framework")
            .build(TinyBundles.rawBuilder())) {
      Files.copy(bundle, complete);
    }
    Files.move(complete, plugin(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path plugin() {
    return sandbox.directory().resolve("plugins/visitor.jar");
  }

  private void awaitTrace(String version) {
    Path trace = sandbox.directory().resolve("state/visitor");
    Await.until(
        "the visitor is " + version,
        () -> (Files.exists(trace) ? Files.readString(trace) : "gone").equals(version));
  }

  @Test
  void bundleComesIsUpdatedAndGoesAndNoProgramNotices() throws IOException {
    Files.createDirectory(plugin().getParent());
    Daemon daemon =
        sandbox
            .steward("[program:sleeper]\ncommand=sleep 1000\n")
            .startedBy(c -> c.with("STEWARD_PLUGINS", plugin().getParent().toString()))
            .start();
    Proc sleeper = daemon.awaitRunning("sleeper");
    deploy("1.0.0");
    awaitTrace("1.0.0");
    deploy("1.1.0");
    awaitTrace("1.1.0");
    Files.delete(plugin());
    awaitTrace("gone");
    assertThat(daemon.child("sleeper")).isEqualTo(sleeper);
    assertThat(sleeper.isAlive()).isTrue();
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void fileThatIsNoBundleHarmsNothing() throws IOException {
    Files.createDirectory(plugin().getParent());
    Files.writeString(plugin().resolveSibling("garbage.jar"), "no jar");
    Daemon daemon =
        sandbox
            .steward("")
            .startedBy(c -> c.with("STEWARD_PLUGINS", plugin().getParent().toString()))
            .start();
    deploy("1.0.0");
    awaitTrace("1.0.0");
    assertThat(daemon.stop()).isZero();
  }
}
