package org.steward.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.connect.ConnectContent;

/**
 * A bundle's manifest and entries, read from its jar; its classes are those of the class path.
 *
 * <p>Used by the framework's threads; the framework opens it before it asks for anything else.
 */
final class ClassPathContent implements ConnectContent {

  private final Path path;
  private @Nullable JarFile jar;

  ClassPathContent(Path path) {
    this.path = path;
  }

  @Override
  public synchronized void open() throws IOException {
    if (jar == null) {
      jar = new JarFile(path.toFile(), false);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (jar != null) {
      jar.close();
      jar = null;
    }
  }

  private synchronized JarFile jar() {
    if (jar == null) {
      throw new IllegalStateException("cannot read " + path + " before it is opened");
    }
    return jar;
  }

  @Override
  public Optional<Map<String, String>> getHeaders() {
    Map<String, String> headers = new HashMap<>();
    try {
      Manifest manifest = jar().getManifest();
      manifest.getMainAttributes().forEach((name, value) -> headers.put("" + name, "" + value));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the manifest of " + path, e);
    }
    return Optional.of(headers);
  }

  @Override
  public Iterable<String> getEntries() {
    return () -> jar().stream().map(ZipEntry::getName).iterator();
  }

  @Override
  public Optional<ConnectEntry> getEntry(String name) {
    return Optional.ofNullable(jar().getEntry(name)).map(entry -> new Entry(jar(), entry));
  }

  @Override
  public Optional<ClassLoader> getClassLoader() {
    return Optional.of(ClassPathContent.class.getClassLoader());
  }

  private record Entry(JarFile jar, ZipEntry entry) implements ConnectEntry {
    @Override
    public String getName() {
      return entry.getName();
    }

    @Override
    public long getContentLength() {
      return entry.getSize();
    }

    @Override
    public long getLastModified() {
      return entry.getTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return jar.getInputStream(entry);
    }
  }
}
