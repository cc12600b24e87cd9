package org.steward.plugins.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small bundles. */
final class TestJar {
  private final Manifest manifest = new Manifest();
  private Class<?> content;

  private TestJar(String name) {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    with("Bundle-ManifestVersion", "2").with("Bundle-SymbolicName", name);
  }

  /** A bundle with nothing in it. */
  static TestJar bundle(String name) {
    return new TestJar(name);
  }

  /** The same with a further header. */
  TestJar with(String header, String value) {
    manifest.getMainAttributes().putValue(header, value);
    return this;
  }

  /** The same with an activator, whose class it carries. */
  TestJar activatedBy(Class<?> activator) {
    content = activator;
    return with("Bundle-Activator", activator.getName())
        .with("Import-Package", "org.osgi.framework");
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      if (content != null) {
        String file = content.getName().replace('.', '/') + ".class";
        try (InputStream in = content.getResourceAsStream("/" + file)) {
          jar.putNextEntry(new ZipEntry(file));
          in.transferTo(jar);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes it under another name and renames it, as careful people do. */
  void into(Path file) {
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, bytes());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
