package org.steward.web.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.steward.web.http.Exchange;
import org.steward.web.http.Route;

/**
 * {@code /ui/}: the files of the page, as they lie in this bundle. Nothing is built or fetched from
 * elsewhere; the browser runs nothing but these files, which the Content-Security-Policy holds it
 * to. Safe on any thread.
 */
public final class UiRoute implements Route {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'";

  /**
   * One segment and nothing a file system would resolve: what is no such name is not looked for.
   */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.(html|css|js|svg)");

  private static final String PREFIX = "/ui/";

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  /** A file, compressed. */
  private record Asset(byte[] plain, byte[] packed, String tag, String type) {}

  @Override
  public void handle(Exchange exchange) throws IOException {
    if (!exchange.isRead()) {
      exchange.refuse(HttpStatus.METHOD_NOT_ALLOWED_405);
    } else if (exchange.path().equals("/ui")) {
      // Relative, so that it holds behind reverse proxies with other names and prefixes.
      exchange.response().getHeaders().put(HttpHeader.LOCATION, "ui/");
      exchange.refuse(HttpStatus.MOVED_PERMANENTLY_301);
    } else {
      String rest = exchange.path().substring(PREFIX.length());
      Asset asset = find(rest.isEmpty() ? "index.html" : rest);
      if (asset == null) {
        exchange.refuse(HttpStatus.NOT_FOUND_404);
      } else {
        send(exchange, asset);
      }
    }
  }

  private static void send(Exchange exchange, Asset asset) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    HttpFields asked = exchange.request().getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put(HttpHeader.CACHE_CONTROL, "private, no-cache");
    headers.put(HttpHeader.ETAG, asset.tag());
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    if (asset.tag().equals(asked.get(HttpHeader.IF_NONE_MATCH))) {
      exchange.response().setStatus(HttpStatus.NOT_MODIFIED_304);
      exchange.callback().succeeded();
      return;
    }
    boolean packed = asked.contains(HttpHeader.ACCEPT_ENCODING, "gzip");
    if (packed) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    exchange.send(HttpStatus.OK_200, asset.type(), packed ? asset.packed() : asset.plain());
  }

  private @Nullable Asset find(String name) throws IOException {
    Asset known = assets.get(name);
    if (known != null || !NAME.matcher(name).matches()) {
      return known;
    }
    try (InputStream in = UiRoute.class.getResourceAsStream(name)) {
      if (in == null) {
        return null;
      }
      Asset found = asset(in.readAllBytes(), type(name));
      assets.put(name, found);
      return found;
    }
  }

  private static Asset asset(byte[] plain, String type) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    CRC32 crc = new CRC32();
    crc.update(plain);
    String tag = '"' + Long.toHexString(crc.getValue()) + '"';
    return new Asset(plain, packed.toByteArray(), tag, type);
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
