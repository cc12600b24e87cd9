package org.steward.itests.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.streamBundle;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.tinybundles.TinyBundle;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleActivator;
import org.steward.itests.harness.Implementation;

/** What is put into a container: the distribution's bundles, its launcher's part, and JUnit. */
final class Provisions {

  private static final Path BUNDLES =
      Path.of(Implementation.STEWARD.command("..")).normalize().resolve("lib/bundles");

  private Provisions() {}

  /**
   * All of it.
   *
   * @param folder where the container's files are
   * @param configuration the daemon's
   */
  static Option[] of(Path folder, Path configuration) throws IOException {
    return options(
        streamBundle(bundleOf(LauncherStandIn.class)).startLevel(1),
        distribution(),
        junit(),
        // As the launcher sets them: packages Jetty's bundles import and its code does without.
        systemPackages("java.awt", "java.beans", "java.sql", "javax.sql", "javax.imageio"),
        property("felix.service.urlhandlers", false),
        property("steward.plugins", plugins(folder)),
        property("steward.plugins.level", 7),
        property("steward.home", BUNDLES.getParent().getParent()),
        property("steward.state.dir", folder.resolve("state")),
        property(LauncherStandIn.CONFIGURATION, configuration),
        property(InContainer.FOLDER, folder),
        frameworkStartLevel(10));
  }

  private static Option property(String name, Object value) {
    return frameworkProperty(name).value(value.toString());
  }

  private static Path plugins(Path folder) throws IOException {
    return Files.createDirectory(folder.resolve("plugins"));
  }

  /** The bundles as they are shipped, each a start level later, after the stand-in. */
  private static Option distribution() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return composite(jars.stream().map(Provisions::shipped).toArray(Option[]::new));
    }
  }

  private static Option shipped(Path jar) {
    int level = Integer.parseInt(jar.getParent().getFileName().toString());
    return bundle(jar.toUri().toString()).startLevel(level + 1);
  }

  /** The build's own: they are OSGi bundles. */
  private static Option junit() {
    return composite(
        Stream.of(
                Test.class,
                ParameterizedTest.class,
                JupiterTestEngine.class,
                TestEngine.class,
                Launcher.class,
                JUnitException.class,
                AssertionFailedError.class,
                Assertions.class,
                ByteBuddy.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
            .map(jar -> bundle(jar).startLevel(1))
            .toArray(Option[]::new));
  }

  /** Makes a bundle of an activator and the classes of its nest. */
  static InputStream bundleOf(Class<? extends BundleActivator> activator) {
    TinyBundle bundle =
        TinyBundles.bundle()
            .symbolicName(activator.getName())
            .activator(activator)
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("DynamicImport-Package", "*");
    for (Class<?> member : activator.getNestMembers()) {
      String name = member.getName().replace('.', '/') + ".class";
      bundle.addResource(name, member.getClassLoader().getResource(name));
    }
    try {
      return bundle.build(TinyBundles.rawBuilder());
    } catch (RuntimeException e) {
      throw new UncheckedIOException(new IOException("cannot bundle " + activator, e));
    }
  }
}
