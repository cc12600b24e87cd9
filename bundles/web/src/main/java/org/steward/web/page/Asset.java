package org.steward.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.web.http.Exchange;
import org.steward.web.http.Route;

/** A file of this bundle, sent once to each browser. */
final class Asset implements Route {
  private final String file;
  private final String type;

  /**
   * @param file its name beside this class
   */
  Asset(String file, String type) {
    this.file = file;
    this.type = type;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    if (!exchange.isRead()) {
      exchange.refuse(HttpStatus.BAD_REQUEST_400);
      return;
    }
    byte[] content = content();
    String tag = '"' + Long.toHexString(checksum(content)) + '"';
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, "private, no-cache");
    headers.put(HttpHeader.ETAG, tag);
    if (tag.equals(exchange.request().getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      exchange.response().setStatus(HttpStatus.NOT_MODIFIED_304);
      exchange.callback().succeeded();
    } else {
      exchange.send(HttpStatus.OK_200, type, content);
    }
  }

  private byte[] content() throws IOException {
    try (InputStream in = Asset.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }

  private static long checksum(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}
