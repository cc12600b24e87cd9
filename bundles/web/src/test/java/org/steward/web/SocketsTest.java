package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.http.HttpListeners.Listener;
import org.steward.api.http.Role;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.HttpServerSettings.User;

/** The listening sockets: who may use them, and what happens to them. */
class SocketsTest {
  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("s.sock");
  }

  private static String statusLine(RawClient client, String authorization) throws IOException {
    try (client) {
      client.send("GET /ok.html HTTP/1.1\r\nHost: x\r\n" + authorization + "\r\n");
      return client.until("\r\n").strip();
    }
  }

  private static String basic(String pair) {
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes()) + "\r\n";
  }

  @Test
  void eachSocketHasItsOwnAuthentication() throws IOException {
    Inet bobs = TestSite.tcp(new User("bob", "secret", Role.ADMIN));
    Inet eves =
        TestSite.tcp(new User("eve", "{SHA}a9993e364706816aba3e25717850c26c9cd0d89d", Role.ADMIN));
    try (TestSite site = TestSite.on(bobs, eves, TestSite.unix(path))) {
      String denied = "HTTP/1.1 401 Unauthorized";
      String admitted = "HTTP/1.1 200 OK";
      int bob = site.port(0);
      int eve = site.port(1);
      assertThat(statusLine(RawClient.tcp(bob), "")).isEqualTo(denied);
      assertThat(statusLine(RawClient.tcp(bob), basic("bob:secret"))).isEqualTo(admitted);
      assertThat(statusLine(RawClient.tcp(bob), basic("eve:abc"))).isEqualTo(denied);
      assertThat(statusLine(RawClient.tcp(eve), basic("eve:abc"))).isEqualTo(admitted);
      assertThat(statusLine(RawClient.tcp(eve), basic("bob:secret"))).isEqualTo(denied);
      assertThat(statusLine(RawClient.unix(path), "")).isEqualTo(admitted);
    }
  }

  @Test
  void socketThatCouldNotBeBoundIsReportedAndKeepsNoOtherFromBeingServed() throws IOException {
    try (TestSite first = TestSite.onTcp();
        TestSite second =
            TestSite.on(new Inet("127.0.0.1", first.port(), List.of()), TestSite.unix(path))) {
      assertThat(second.web.listeners()).extracting(Listener::isOpen).containsExactly(false, true);
      assertThat(second.reports)
          .contains(
              "cannot listen on 127.0.0.1:%d of [inet_http_server]: Address already in use"
                  .formatted(first.port()));
      assertThat(statusLine(RawClient.unix(path), "")).endsWith("200 OK");
    }
  }

  @Test
  void closingFreesPortAndPathForTheNext() throws IOException {
    int port;
    try (TestSite site = TestSite.on(TestSite.tcp(), TestSite.unix(path));
        RawClient client = site.client()) {
      port = site.port();
      client.get("/ok.html").response();
      site.stop();
      assertThat(client.isClosed()).isTrue();
      assertThat(path).doesNotExist();
    }
    try (TestSite site = TestSite.on(new Inet("127.0.0.1", port, List.of()), TestSite.unix(path))) {
      assertThat(statusLine(RawClient.tcp(port), "")).endsWith("200 OK");
      assertThat(statusLine(RawClient.unix(path), "")).endsWith("200 OK");
      assertThat(site.web.listeners()).allMatch(Listener::isOpen);
    }
  }

  @Test
  void deletedSocketComesBackAndItsConnectionsLiveOn() throws IOException {
    try (TestSite site = TestSite.on(TestSite.unix(path));
        RawClient before = RawClient.unix(path)) {
      before.get("/ok.html").response();
      Files.delete(path);
      await().until(() -> Files.exists(path));
      assertThat(statusLine(RawClient.unix(path), "")).endsWith("200 OK");
      assertThat(before.get("/ok.html").response()).endsWith("OK");
      await()
          .untilAsserted(
              () ->
                  assertThat(site.reports)
                      .contains("the socket file " + path + " was deleted and is made anew"));
    }
    assertThat(path).doesNotExist();
  }
}
