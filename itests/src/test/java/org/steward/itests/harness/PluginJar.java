package org.steward.itests.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ops4j.pax.tinybundles.TinyBundle;
import org.ops4j.pax.tinybundles.TinyBundles;

/** A plugin that a test makes on the fly of its own classes. */
public final class PluginJar {
  private static final String IMPORTS =
      "org.osgi.framework,org.steward.api.control,org.steward.api.ctl,org.steward.api.event,"
          + "org.steward.api.http,org.steward.api.process,org.steward.api.rpc,"
          + "org.steward.api.config,org.osgi.service.cm,org.osgi.framework.wiring";

  private final TinyBundle bundle;

  private PluginJar(String name) {
    bundle =
        TinyBundles.bundle()
            .symbolicName(name)
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Bundle-Version", "1.0.0")
            .setHeader("Import-Package", IMPORTS);
  }

  /** A plugin without any code. */
  public static PluginJar named(String name) {
    return new PluginJar(name);
  }

  /** With a manifest header. */
  public PluginJar with(String header, String value) {
    bundle.setHeader(header, value);
    return this;
  }

  /** With a version other than 1.0.0. */
  public PluginJar version(String version) {
    return with("Bundle-Version", version);
  }

  /** With an activator and the classes nested in it. */
  public PluginJar activatedBy(Class<?> activator) {
    for (Class<?> member : activator.getNestMembers()) {
      String name = member.getName().replace('.', '/') + ".class";
      bundle.addResource(name, member.getClassLoader().getResource(name));
    }
    return with("Bundle-Activator", activator.getName());
  }

  /** With a file. */
  public PluginJar file(String name, byte[] content) {
    bundle.addResource(name, new ByteArrayInputStream(content));
    return this;
  }

  /** The jar. */
  public byte[] bytes() {
    try (InputStream jar = bundle.build(TinyBundles.rawBuilder())) {
      return jar.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts it in its place at once, as a good tool would. */
  public void into(Path file) {
    place(bytes(), file);
  }

  /** Puts a jar in its place at once. */
  public static void place(byte[] jar, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, jar);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
