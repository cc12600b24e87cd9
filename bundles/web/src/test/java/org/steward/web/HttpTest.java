package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.http.Role;
import org.steward.core.spi.http.HttpServerSettings;

/** HTTP as it goes over the wire. */
class HttpTest {
  private static final String HARD_HEADERS =
      """
      Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self';\
       form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      X-Content-Type-Options: nosniff
      X-Frame-Options: DENY
      Referrer-Policy: same-origin
      Cross-Origin-Resource-Policy: same-origin
      """;

  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final RawClient client = site.client();

  private static String wire(String lines) {
    return lines.replace("\n", "\r\n");
  }

  private static String ok(String lastHeader) {
    return wire(
        "HTTP/1.1 200 OK\n"
            + HARD_HEADERS
            + "Cache-Control: no-store, no-cache\nContent-Type: text/plain\nContent-Length: 2\n"
            + lastHeader
            + "\nOK");
  }

  @Test
  void http11ConnectionIsKept() throws IOException {
    String request = wire("GET /ok.html HTTP/1.1\nHost: x\n\n");
    assertThat(client.send(request).response()).isEqualTo(ok(""));
    assertThat(client.send(request).response()).isEqualTo(ok(""));
  }

  @Test
  void http11ConnectionIsClosedOnRequest() throws IOException {
    client.send(wire("GET /ok.html HTTP/1.1\nHost: x\nConnection: close\n\n"));
    assertThat(client.response()).isEqualTo(ok("Connection: close\n"));
    assertThat(client.isClosed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep-alive", "Keep-Alive"})
  void http10ConnectionIsKeptOnRequest(String token) throws IOException {
    String request = wire("GET /ok.html HTTP/1.0\nConnection: " + token + "\n\n");
    assertThat(client.send(request).response()).isEqualTo(ok("Connection: keep-alive\n"));
    assertThat(client.send(request).response()).isEqualTo(ok("Connection: keep-alive\n"));
  }

  @Test
  void http10ConnectionIsClosed() throws IOException {
    client.send(wire("GET /ok.html HTTP/1.0\n\n"));
    assertThat(client.response()).isEqualTo(ok("Connection: close\n"));
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void requestsMayFollowEachOtherWithoutWaiting() throws IOException {
    client.get("/ok.html").get("/ok.html").get("/ok.html");
    for (int i = 0; i < 3; i++) {
      assertThat(client.response()).isEqualTo(ok(""));
    }
  }

  @Test
  void requestMayArriveByteByByte() throws IOException {
    for (char c : wire("GET /ok.html HTTP/1.1\nHost: \n\n").toCharArray()) {
      client.send(String.valueOf(c));
    }
    assertThat(client.response()).isEqualTo(ok(""));
  }

  @Test
  void whoIsUnknownIsAskedToAuthenticate() throws IOException {
    try (TestSite closed =
            TestSite.on(TestSite.tcp(new HttpServerSettings.User("bob", "secret", Role.ADMIN)));
        RawClient stranger = closed.client()) {
      String answer = stranger.get("/no/such/page").response();
      assertThat(answer)
          .startsWith("HTTP/1.1 401 Unauthorized\r\n")
          .contains("\r\nWWW-Authenticate: Basic realm=\"default\"\r\n")
          .contains("\r\nConnection: close\r\n")
          .doesNotContain("Server:");
      assertThat(stranger.isClosed()).isTrue();
    }
  }

  @Test
  void headIsAnsweredWithoutABody() throws IOException {
    client.send(wire("HEAD /ok.html HTTP/1.1\nHost: x\n\n"));
    assertThat(client.until("\r\n\r\n")).contains("Content-Length: 2");
    assertThat(client.get("/ok.html").response()).isEqualTo(ok(""));
  }

  @Test
  void tooLongHeaderIsRefused() throws IOException {
    client.send("GET /ok.html HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
    assertThat(client.until("\r\n")).isEqualTo("HTTP/1.1 431 Request Header Fields Too Large\r\n");
  }

  @Test
  void longHeaderIsTaken() throws IOException {
    client.send("GET /ok.html HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(15_000) + "\r\n\r\n");
    assertThat(client.response()).isEqualTo(ok(""));
  }

  @Test
  void whatIsNoHttpIsRefused() throws IOException {
    client.send("GARBAGE\r\n\r\n");
    assertThat(client.rest()).startsWith("HTTP/1.1 400 Bad Request\r\n").doesNotContain("Jetty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/stylesheets/../../etc/passwd",
        "/stylesheets/..%2f..%2fetc/passwd",
        "/stylesheets/%2e%2e/%2e%2e/etc/passwd",
        "/stylesheets/..;/..;/etc/passwd",
        "/%2e%2e%2fetc%2fpasswd",
        "/stylesheets//../../etc/passwd",
        "//etc/passwd",
        "/stylesheets/supervisor.css%00.html",
        "/stylesheets/supervisor.css/",
        "/stylesheets/..%5c..%5cetc%5cpasswd",
        "/stylesheets",
        "/stylesheets/",
        "/status.html",
        "/status-row.html",
        "/logtail/../../etc/passwd",
        "/logtail/%2e%2e%2f%2e%2e%2fetc%2fpasswd/stdout",
        "/org/steward/web/page/status.html",
        "/META-INF/MANIFEST.MF",
        "http://x/../etc/passwd",
      })
  void noPathLeadsOutOfTheServedTree(String path) throws IOException {
    assertThat(client.get(path).until("\r\n"))
        .isIn("HTTP/1.1 404 Not Found\r\n", "HTTP/1.1 400 Bad Request\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /index.html, 200",
    "GET, //index.html, 200",
    "POST, /, 200",
    "PUT, /, 400",
    "DELETE, /index.html, 400",
    "GET, /ok.html, 200",
    "GET, /tail.html, 200",
    "PUT, /tail.html, 400",
    "GET, /stylesheets/supervisor.css, 200",
    "GET, /images/icon.svg, 200",
    "POST, /images/icon.svg, 400",
    "GET, /RPC2, 400",
    "GET, /nope, 404",
    "OPTIONS, *, 404",
    "CONNECT, host:80, 400",
    "TRACE, /, 400",
  })
  void statusIsByMethodAndPath(String method, String path, int status) throws IOException {
    client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    assertThat(client.response()).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void fileTheBrowserHasIsNotSentAgain() throws IOException {
    String first = client.get("/stylesheets/supervisor.css").response();
    String tag = first.replaceAll("(?s).*\r\nETag: ([^\r]*)\r\n.*", "$1");
    client.send(
        "GET /stylesheets/supervisor.css HTTP/1.1\r\nHost: x\r\nIf-None-Match: "
            + tag
            + "\r\n\r\n");
    assertThat(client.response()).startsWith("HTTP/1.1 304 Not Modified\r\n");
  }
}
