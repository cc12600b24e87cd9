package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TlsTest {

  @Test
  void aServerThatSpeaksNoTlsIsToldApartFromOneThatRefuses() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInClear(server));
      String url = "https://127.0.0.1:" + server.getLocalPort();
      CtlRun run = CtlRun.of("-s", url, "pid");
      assertThat(run.out())
          .startsWith("error: pid: " + url + ": ")
          .contains("javax.net.ssl.trustStore");
      assertThat(run.status()).isEqualTo(1);
    }
  }

  private static void answerInClear(ServerSocket server) {
    try (Socket connection = server.accept()) {
      connection
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
