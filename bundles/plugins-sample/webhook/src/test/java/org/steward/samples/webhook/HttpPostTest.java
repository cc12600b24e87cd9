package org.steward.samples.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.testing.Sections;

class HttpPostTest {
  private static Settings settings(int port, String keys) throws Exception {
    return Settings.of(
        Sections.of(
            "[webhook:ops]\nurl=http://127.0.0.1:" + port + "/hook\nevents=EVENT\n" + keys));
  }

  @Test
  void postsJsonWithTheHeaderAndASignature() throws Exception {
    List<String> seen = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          seen.add(exchange.getRequestMethod());
          seen.add(exchange.getRequestHeaders().getFirst("Content-Type"));
          seen.add(exchange.getRequestHeaders().getFirst("X-Key"));
          seen.add(exchange.getRequestHeaders().getFirst("X-Steward-Signature"));
          seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    server.start();
    try (HttpPost post =
        new HttpPost(settings(server.getAddress().getPort(), "header=X-Key: 1\nsecret=key"))) {
      assertThat(post.post("{}")).isEqualTo(202);
    } finally {
      server.stop(0);
    }
    assertThat(seen)
        .containsExactly(
            "POST",
            "application/json",
            "1",
            // printf '{}' | openssl dgst -sha256 -hmac key
            "sha256=a777724d943eb48dc69bca8a4a6d57a04db3f9ec7e1de4e581e860265bdf3032",
            "{}");
  }

  @Test
  void aReceiverThatDoesNotAnswerCostsTheTimeoutOnly() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpPost post = new HttpPost(settings(silent.getLocalPort(), "timeout=0.2"))) {
      assertThatThrownBy(() -> post.post("{}")).isInstanceOf(HttpTimeoutException.class);
    }
  }
}
