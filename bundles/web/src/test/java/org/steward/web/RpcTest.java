package org.steward.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcEndpoint.Caller;

/** XML-RPC's way in and out; what is in the documents is not the web's affair. */
class RpcTest {
  @TempDir Path directory;
  @AutoClose private TestSite site;
  @AutoClose private RawClient client;

  @BeforeEach
  void open() throws IOException {
    site = TestSite.on(TestSite.tcp(), TestSite.unix(directory.resolve("s.sock")));
    client = site.client();
  }

  private static String post(String path, String body) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, body.length(), body);
  }

  @ParameterizedTest
  @CsvSource({"/RPC2", "/RPC2/", "/RPC2/anything", "//RPC2"})
  void callsAreAnsweredAsXml(String path) throws IOException {
    assertThat(client.send(post(path, "<call/>")).response())
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nContent-Type: text/xml\r\n")
        .endsWith("\r\n\r\n<call/>");
  }

  @Test
  void whatIsNoCallIsABadRequest() throws IOException {
    assertThat(client.send(post("/RPC2", "bad")).response())
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("no &lt;call&gt;");
  }

  @Test
  void callMayArriveInPieces() throws IOException {
    String request = post("/RPC2", "x".repeat(300_000));
    client.send(request.substring(0, 100));
    client.send(request.substring(100, 150_000));
    client.send(request.substring(150_000));
    assertThat(client.response()).endsWith("x".repeat(300_000));
    assertThat(client.send(post("/RPC2", "again")).response()).endsWith("again");
  }

  @Test
  void callMayBeChunked() throws IOException {
    client.send("POST /RPC2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.send("5\r\nhello\r\n0\r\n\r\n");
    assertThat(client.response()).endsWith("\r\n\r\nhello");
  }

  @Test
  void largeCallWaitsForLeaveToBeSent() throws IOException {
    client.send(
        "POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    assertThat(client.until("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    assertThat(client.send("hello").response()).endsWith("\r\n\r\nhello");
  }

  @Test
  void callWithoutALengthIsRefused() throws IOException {
    assertThat(client.send("POST /RPC2 HTTP/1.1\r\nHost: x\r\n\r\n").response())
        .startsWith("HTTP/1.1 411 Length Required\r\n");
  }

  @Test
  void tooLargeCallIsRefusedBeforeItIsSent() throws IOException {
    client.send("POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n");
    assertThat(client.response()).startsWith("HTTP/1.1 413 Payload Too Large\r\n");
    assertThat(site.rpc.callers).isEmpty();
  }

  @Test
  void tooLargeChunkedCallIsCutOff() throws IOException {
    client.send("POST /RPC2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.send("400000\r\n" + "x".repeat(0x400000) + "\r\n1\r\nx\r\n");
    assertThat(client.until("\r\n")).isEqualTo("HTTP/1.1 413 Payload Too Large\r\n");
    assertThat(site.rpc.callers).isEmpty();
  }

  @Test
  void largeCallsTogetherAreLimited() throws IOException {
    String head = "POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\nx";
    try (RawClient first = site.client();
        RawClient second = site.client()) {
      first.send(head);
      second.send(head);
      await()
          .untilAsserted(
              () -> {
                try (RawClient third = site.client()) {
                  assertThat(third.send(head).response())
                      .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                      .contains("\r\nRetry-After: 1\r\n");
                }
              });
      assertThat(client.send(post("/RPC2", "small")).response()).endsWith("small");
    }
    await()
        .untilAsserted(
            () -> {
              try (RawClient later = site.client()) {
                assertThat(later.send(post("/RPC2", "x".repeat(1_000_000))).response())
                    .startsWith("HTTP/1.1 200 OK\r\n");
              }
            });
  }

  @Test
  void pagesOfOtherSitesMayNotCall() throws IOException {
    client.send(
        "POST /RPC2 HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.example\r\nContent-Length: 1\r\n\r\nx");
    assertThat(client.response()).startsWith("HTTP/1.1 403 Forbidden\r\n");
    assertThat(site.rpc.callers).isEmpty();
  }

  @Test
  void endpointLearnsWhoCalls() throws IOException {
    client.send(post("/RPC2", "x")).response();
    try (RawClient local = RawClient.unix(directory.resolve("s.sock"))) {
      local.send(post("/RPC2", "x")).response();
    }
    assertThat(site.rpc.callers)
        .containsExactly(
            new Caller("", "127.0.0.1", Role.ADMIN), new Caller("", "unix", Role.ADMIN));
  }

  @Test
  void waitingCallsHoldNoThreads() throws IOException {
    List<RawClient> waiting = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      waiting.add(site.client().send(post("/RPC2", "wait" + i)));
    }
    await().until(() -> site.rpc.waiting.size() == 200);
    assertThat(client.send(post("/RPC2", "quick")).response()).endsWith("quick");
    site.rpc.waiting.forEach(call -> call.complete("done".getBytes(UTF_8)));
    for (RawClient one : waiting) {
      assertThat(one.response()).endsWith("\r\n\r\ndone");
      one.close();
    }
  }

  @Test
  void callsUnderWayAreAnsweredBeforeTheServerCloses() throws Exception {
    client.send(post("/RPC2", "wait"));
    await().until(() -> site.rpc.waiting.size() == 1);
    Thread closing = Thread.ofPlatform().start(site::stop);
    await()
        .until(
            () ->
                closing.getState() == Thread.State.TERMINATED
                    || closing.getState() == Thread.State.WAITING);
    site.rpc.waiting.getFirst().complete("done".getBytes(UTF_8));
    assertThat(client.response()).endsWith("\r\n\r\ndone");
    closing.join();
  }

  @Test
  void callThatIsNeverAnsweredDoesNotKeepTheServerOpen() throws IOException {
    client.send(post("/RPC2", "wait"));
    await().until(() -> site.rpc.waiting.size() == 1);
    site.stop();
    assertThat(site.reports).isEmpty();
  }
}
