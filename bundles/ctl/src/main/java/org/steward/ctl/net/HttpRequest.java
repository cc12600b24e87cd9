package org.steward.ctl.net;

import java.nio.charset.StandardCharsets;

/** Builds requests. */
final class HttpRequest {

  private HttpRequest() {}

  static byte[] head(
      String method, String path, ServerUrl url, Credentials credentials, String headers) {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + url.hostHeader()
            + "\r\nUser-Agent: steward-ctl\r\n"
            + headers
            + credentials.header()
            + "\r\n";
    return head.getBytes(StandardCharsets.UTF_8);
  }

  /** One write for head and body: two would wait for each other on TCP. */
  static byte[] join(byte[] head, byte[] body) {
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }
}
