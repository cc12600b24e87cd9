package org.steward.web.ui;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.web.http.Exchange;
import org.steward.web.http.Gzip;
import org.steward.web.http.Route;

/**
 * {@code /ui/}: the files of the page, as they lie in this bundle. Nothing is built or fetched from
 * elsewhere; the browser runs nothing but these files, which the Content-Security-Policy holds it
 * to. Safe on any thread.
 */
public final class UiRoute implements Route {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

  private static final String PREFIX = "/ui/";

  /** A folder of this version or another one, or none. */
  private static final Pattern FOLDER = Pattern.compile("^[0-9a-f]{1,8}/");

  private final UiFiles files;

  /** Reads the files. */
  public UiRoute() {
    files = UiFiles.load();
  }

  @Override
  public void handle(Exchange exchange) {
    if (!exchange.isRead()) {
      exchange.refuse(HttpStatus.METHOD_NOT_ALLOWED_405);
    } else if (exchange.path().equals("/ui")) {
      // Relative, so that it holds behind reverse proxies with other names and prefixes.
      exchange.response().getHeaders().put(HttpHeader.LOCATION, "ui/");
      exchange.refuse(HttpStatus.MOVED_PERMANENTLY_301);
    } else {
      String rest = exchange.path().substring(PREFIX.length());
      // A page that was opened before an update asks for what it still lacks in its old folder.
      String name = FOLDER.matcher(rest).replaceFirst("");
      UiFiles.File file = files.find(name.isEmpty() ? UiFiles.INDEX : name);
      if (file == null) {
        exchange.refuse(HttpStatus.NOT_FOUND_404);
      } else {
        send(exchange, file, rest.startsWith(files.version() + "/"));
      }
    }
  }

  private static void send(Exchange exchange, UiFiles.File file, boolean forGood) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    HttpFields asked = exchange.request().getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put(
        HttpHeader.CACHE_CONTROL,
        forGood ? "private, max-age=31536000, immutable" : "private, no-cache");
    headers.put(HttpHeader.ETAG, file.tag());
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    if (file.tag().equals(asked.get(HttpHeader.IF_NONE_MATCH))) {
      exchange.response().setStatus(HttpStatus.NOT_MODIFIED_304);
      exchange.callback().succeeded();
      return;
    }
    boolean packed = Gzip.isTaken(asked);
    if (packed) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    exchange.send(HttpStatus.OK_200, file.type(), packed ? file.packed() : file.plain());
  }
}
