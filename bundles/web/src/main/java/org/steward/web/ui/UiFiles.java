package org.steward.web.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.steward.web.http.Gzip;

/**
 * The files of the page: {@code index.html} beside this class, and all that it leads to. Immutable;
 * safe on any thread.
 *
 * <p>The first file names the others below a folder that is called after what is in all of them, so
 * that browsers may keep them for good and never mix those of two versions.
 */
final class UiFiles {
  static final String INDEX = "index.html";

  /** How files name each other: in links of HTML, in imports, and as sources of images. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(from '\\./|import\\('\\./|href=\"|src=\"|src: ')([a-z0-9-]+\\.(?:css|js|svg))");

  private final Map<String, File> files = new HashMap<>();
  private final String version;

  /**
   * One file.
   *
   * @param packed the same, compressed
   * @param tag differs where the content does
   */
  record File(byte[] plain, byte[] packed, String tag, String type) {}

  private UiFiles(Map<String, byte[]> contents) {
    CRC32 all = new CRC32();
    contents.values().forEach(all::update);
    version = Long.toHexString(all.getValue());
    for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
      boolean isIndex = entry.getKey().equals(INDEX);
      byte[] content = isIndex ? withVersion(entry.getValue()) : entry.getValue();
      files.put(entry.getKey(), file(entry.getKey(), content));
    }
  }

  /** Reads them. */
  static UiFiles load() {
    Map<String, byte[]> contents = new TreeMap<>();
    Deque<String> wanted = new ArrayDeque<>();
    wanted.add(INDEX);
    while (!wanted.isEmpty()) {
      String name = wanted.remove();
      if (!contents.containsKey(name)) {
        byte[] content = read(name);
        contents.put(name, content);
        Matcher references = REFERENCE.matcher(new String(content, UTF_8));
        while (references.find()) {
          wanted.add(references.group(2));
        }
      }
    }
    return new UiFiles(contents);
  }

  /** The folder whose files never change. */
  String version() {
    return version;
  }

  /** A file by its name, null if there is none. */
  @Nullable File find(String name) {
    return files.get(name);
  }

  private static byte[] read(String name) {
    try (InputStream in = UiFiles.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the bundle is broken
    }
  }

  private byte[] withVersion(byte[] index) {
    return REFERENCE
        .matcher(new String(index, UTF_8))
        .replaceAll("$1" + version + "/$2")
        .getBytes(UTF_8);
  }

  private static File file(String name, byte[] plain) {
    CRC32 crc = new CRC32();
    crc.update(plain);
    String tag = '"' + Long.toHexString(crc.getValue()) + '"';
    return new File(plain, Gzip.well(plain), tag, type(name));
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html;charset=utf-8";
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      default -> "image/svg+xml";
    };
  }
}
