package org.steward.samples.httpok;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;
import org.steward.api.testing.Sections;

class HttpProbeTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private static Probe probe(int port, String keys) throws Exception {
    return new HttpProbe(
        Settings.of(Sections.of("[httpok]\nurl=http://127.0.0.1:" + port + "/a?b=c\n" + keys)));
  }

  @Test
  void theAnswerIsReadAsFarAsItMatters() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              exchange.getRequestURI()
                  + " by "
                  + exchange.getRequestHeaders().getFirst("User-Agent");
          exchange.sendResponseHeaders(404, body.length());
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    try {
      int port = server.getAddress().getPort();
      assertThat(probe(port, "body=x").ask()).isEqualTo(new Probe.Answer(404, "/a?b=c by httpok"));
      assertThat(probe(port, "").ask()).isEqualTo(new Probe.Answer(404, ""));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whoDoesNotAnswerInTimeDoesNotAnswer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, HERE)) {
      Probe probe = probe(silent.getLocalPort(), "timeout=0.2");
      assertThatThrownBy(probe::ask).isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void whoDoesNotListenDoesNotAnswer() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, HERE)) {
      port = closed.getLocalPort();
    }
    Probe probe = probe(port, "");
    assertThatThrownBy(probe::ask).isInstanceOf(ConnectException.class);
  }
}
