package org.steward.ctl.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server over one connection, which is opened by the first request and kept until
 * the server or {@link #close} ends it. For one thread.
 */
public final class HttpClient implements Closeable {

  private static final int OK = 200;

  private final ServerUrl url;
  private final Credentials credentials;
  private @Nullable Wire wire;

  /** Makes a client; nothing is connected yet. */
  public HttpClient(ServerUrl url, Credentials credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  /**
   * Sends a document and waits for the answer, however long the server takes.
   *
   * @return the answer's body
   * @throws UnreachableException if no connection can be made
   * @throws HttpStatusException if the answer's status is not 200
   */
  public byte[] post(String path, String document) throws IOException {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    String headers =
        "Content-Type: text/xml\r\nAccept: text/xml\r\nContent-Length: " + body.length + "\r\n";
    byte[] head = HttpRequest.head("POST", path, url, credentials, headers);
    Wire connected = connected();
    boolean reusable = false;
    try {
      connected.write(HttpRequest.join(head, body));
      HttpResponse response = HttpResponse.read(connected);
      if (response.status() != OK) {
        throw new HttpStatusException(response.status(), response.reason());
      }
      byte[] answer = response.body();
      reusable = !response.closesConnection();
      return answer;
    } finally {
      if (!reusable) {
        close();
      }
    }
  }

  private Wire connected() throws IOException {
    Wire open = wire;
    if (open == null) {
      open = Connector.connect(url);
      wire = open;
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    Wire open = wire;
    wire = null;
    if (open != null) {
      open.close();
    }
  }
}
