package org.steward.ctl.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * The head of an answer, and the reading of its body, which is chunked, of known length, or lasts
 * until the end.
 */
final class HttpResponse {

  private static final long UNKNOWN = -1;

  /**
   * An answer is held several times on its way to the terminal: as bytes, characters, text and
   * output.
   */
  private static final int SHARE_OF_MEMORY = 8;

  private final WireReader in;
  private int status;
  private String reason = "";
  private long length = UNKNOWN;
  private boolean chunked;
  private boolean closing;

  private HttpResponse(WireReader in) {
    this.in = in;
  }

  /** Waits for an answer and reads its head. */
  static HttpResponse read(Wire wire) throws IOException {
    HttpResponse response = new HttpResponse(new WireReader(wire));
    response.readStatusLine();
    for (String line = response.in.line(); !line.isEmpty(); line = response.in.line()) {
      response.takeHeader(line);
    }
    return response;
  }

  private void readStatusLine() throws IOException {
    String line = in.line();
    int space = line.indexOf(' ');
    if (!line.startsWith("HTTP/1.") || space < 0 || line.length() < space + 4) {
      throw new IOException("the answer is no HTTP/1 answer: '" + line + "'");
    }
    try {
      status = Integer.parseInt(line.substring(space + 1, space + 4));
    } catch (NumberFormatException e) {
      throw new IOException("the answer has no HTTP status: '" + line + "'", e);
    }
    reason = line.substring(space + 4).strip();
    closing = line.startsWith("HTTP/1.0");
  }

  private void takeHeader(String line) throws IOException {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return;
    }
    String value = line.substring(colon + 1).strip();
    switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "content-length":
        length = lengthOf(value, 10);
        break;
      case "transfer-encoding":
        chunked = value.equalsIgnoreCase("chunked");
        break;
      case "connection":
        closing = value.equalsIgnoreCase("close");
        break;
      default:
        break;
    }
  }

  private static long lengthOf(String digits, int radix) throws IOException {
    try {
      long length = Long.parseLong(digits, radix);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IOException("the answer gives a length of '" + digits + "'");
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  /** Whether the connection cannot carry another request after this answer. */
  boolean closesConnection() {
    return closing || (!chunked && length == UNKNOWN);
  }

  /** What follows the head, for another protocol. */
  WireReader reader() {
    return in;
  }

  byte[] body() throws IOException {
    long limit = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    if (length > limit) {
      throw new IOException(
          "the answer has "
              + length
              + " bytes, and there is memory for "
              + limit
              + ": ask for less");
    }
    if (!chunked && length != UNKNOWN) {
      return in.bytes((int) length);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    copyTo(body::write);
    return body.toByteArray();
  }

  void copyTo(ByteSink sink) throws IOException {
    if (!chunked) {
      in.copy(length == UNKNOWN ? Long.MAX_VALUE : length, sink);
      return;
    }
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      in.copy(size, sink);
      in.line();
    }
    String trailer = in.line();
    while (!trailer.isEmpty()) {
      trailer = in.line();
    }
  }

  private long chunkSize() throws IOException {
    String line = in.line();
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    return lengthOf(digits, 16);
  }
}
