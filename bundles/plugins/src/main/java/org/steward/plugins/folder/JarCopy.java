package org.steward.plugins.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;

/**
 * A private copy of a jar, taken and found complete: no writer can change it any more.
 *
 * <p>A jar is complete when its directory, which is its end, can be read and each entry's checksum
 * is right. So neither a waiting time nor the good will of whoever writes is needed to tell one
 * that is half written.
 *
 * @param file the copy
 * @param digest tells its content from another
 */
record JarCopy(Path file, String digest) implements AutoCloseable {

  /** A file that cannot be used, with the reason; it may be complete at the next look. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Copies a jar.
   *
   * @param work a folder of our own
   * @throws Unusable if it is not complete, or no bundle
   */
  static JarCopy of(Path jar, Path work) throws Unusable {
    try {
      new ZipFile(jar.toFile()).close(); // spares the copy of what is still being written
      Files.createDirectories(work);
      Path copy = Files.createTempFile(work, "plugin", ".jar");
      try {
        String digest = copy(jar, copy);
        check(copy);
        return new JarCopy(copy, digest);
      } catch (IOException | Unusable e) {
        Files.deleteIfExists(copy);
        throw e;
      }
    } catch (IOException e) {
      throw new Unusable("cannot read it as a jar: " + e.getMessage());
    }
  }

  private static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void check(Path copy) throws IOException, Unusable {
    try (JarFile jar = new JarFile(copy.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        check(jar, entry);
      }
      Manifest manifest = jar.getManifest();
      String name =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      if (name == null || name.isBlank()) {
        throw new Unusable(
            "it is no OSGi bundle: expected " + Constants.BUNDLE_SYMBOLICNAME + " in its manifest");
      }
    } catch (SecurityException e) {
      throw new Unusable("its signature is not valid: " + e.getMessage());
    }
  }

  /** The classes for jars do not look at checksums themselves. */
  private static void check(JarFile jar, ZipEntry entry) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new IOException("the checksum of " + entry.getName() + " is not right");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
