package org.steward.ctl.net;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer without an end: a log that is followed. One thread calls {@link #copy}; any other may
 * call {@link #close}, which makes {@code copy} return.
 */
public final class HttpStream implements Closeable {

  private static final int OK = 200;

  private final ServerUrl url;
  private final Credentials credentials;
  private @Nullable Wire wire;
  private boolean closed;

  /** Makes a stream; nothing is connected yet. */
  public HttpStream(ServerUrl url, Credentials credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  /**
   * Asks for a path and hands its bytes on as they come, until the server ends the answer or this
   * stream is closed.
   *
   * @throws HttpStatusException if the answer's status is not 200
   */
  public void copy(String path, ByteSink sink) throws IOException {
    try (Wire connected = Connector.connect(url)) {
      if (!adopt(connected)) {
        return;
      }
      connected.write(HttpRequest.head("GET", escape(path), url, credentials, "Accept: */*\r\n"));
      HttpResponse response = HttpResponse.read(connected);
      if (response.status() != OK) {
        throw new HttpStatusException(response.status(), response.reason());
      }
      response.copyTo(sink);
    } catch (EOFException e) {
      // supervisord ends followed logs by closing the connection
    } catch (IOException e) {
      if (!isClosed()) {
        throw e;
      }
    }
  }

  /** Keeps a process name with odd characters from breaking the request line. */
  private static String escape(String path) {
    StringBuilder escaped = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b != '%' && b != '?' && b != '#') {
        escaped.append((char) b);
      } else {
        escaped.append('%');
        escaped
            .append(Character.forDigit(b >> 4 & 0xF, 16))
            .append(Character.forDigit(b & 0xF, 16));
      }
    }
    return escaped.toString();
  }

  private synchronized boolean adopt(Wire connected) {
    wire = connected;
    return !closed;
  }

  /** {@return whether {@link #close} was called, rather than the server having ended the answer} */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (wire != null) {
      wire.close();
    }
  }
}
