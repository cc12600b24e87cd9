package org.steward.itests.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Ports;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** What clients send that mean no good, over TCP and UNIX sockets; the daemon lives on unharmed. */
class HostileRequestsTest {
  private static final int PORT = Ports.free();
  private static final String CALL =
      "<methodCall><methodName>supervisor.getState</methodName></methodCall>";
  private static final String SMUGGLED =
      "GET /api/v1/daemon HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Daemon daemon;

  @BeforeAll
  static void start() {
    daemon =
        SANDBOX
            .steward(
                Rpc.SECTIONS
                    + "[inet_http_server]\nport=127.0.0.1:"
                    + PORT
                    + "\n[program:p]\ncommand=sh -c 'echo hello; exec sleep 1000'\nstartsecs=0\n")
            .start()
            .awaitAnswer();
  }

  @AfterEach
  void theDaemonAnswersAndHasNothingToRegret() throws IOException {
    for (SocketAddress socket : sockets()) {
      assertThat(send(socket, SMUGGLED)).startsWith("HTTP/1.1 200 OK");
    }
    assertThat(daemon.log()).noneMatch(line -> line.toString().matches("(ERRO|.*Exception).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 69|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 4",
        "Content-Length: 0|Transfer-Encoding: chunked",
        "Content-Length: 69|Content-Length: 69",
        "Content-Length: 69|Content-Length: 70",
        "Content-Length: 69, 69",
        "Content-Length: +69",
        "Content-Length: -1",
        "Content-Length: 0x45",
        "Content-Length: 99999999999999999999",
        "Content-Length : 69",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity|Content-Length: 69",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked|Transfer-Encoding: chunked",
        "Transfer-Encoding : chunked|Content-Length: 69",
        "Transfer-Encoding:| chunked|Content-Length: 69",
        "Host: y|Content-Length: 69",
        "X: a\rTransfer-Encoding: chunked|Content-Length: 69",
        "X: a\0b|Content-Length: 69",
      })
  void bodyWhoseEndIsUncertainIsRefusedAndSoIsWhatFollows(String headers) throws IOException {
    for (SocketAddress socket : sockets()) {
      String answer =
          send(
              socket,
              "POST /RPC2 HTTP/1.1\r\nHost: x\r\n"
                  + headers.replace("|", "\r\n")
                  + "\r\n\r\n"
                  + CALL
                  + "\r\n0\r\n\r\n"
                  + SMUGGLED);
      assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
    }
  }

  @Test
  void whatIsTooLargeIsRefusedUnread() throws IOException {
    String much = "x".repeat(1 << 20);
    String post = "POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: ";
    String chunk = "10000\r\n" + "x".repeat(1 << 16) + "\r\n";
    for (SocketAddress socket : sockets()) {
      assertThat(send(socket, "GET / HTTP/1.1\r\nHost: x\r\nX: " + much)).contains(" 431 ");
      assertThat(send(socket, "GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(10_000)))
          .contains(" 431 ");
      assertThat(send(socket, much)).contains(" 431 ");
      assertThat(send(socket, "GET /" + much)).contains(" 414 ");
      assertThat(send(socket, "GET /?" + "a=b&".repeat(10_000))).contains(" 414 ");
      assertThat(send(socket, post + "10485760\r\n\r\n" + much.repeat(10))).contains(" 413 ");
      assertThat(send(socket, chunked() + chunk.repeat(160))).contains(" 413 ");
      assertThat(call(socket, multicall(100_000))).contains(" 413 ");
    }
  }

  @Test
  void whatIsDeepOrManyIsAnswered() throws IOException {
    String deep = "<value><array><data>".repeat(20_000);
    for (SocketAddress socket : sockets()) {
      assertThat(call(socket, "<methodCall><methodName>a</methodName><params><param>" + deep))
          .contains("<fault>");
      assertThat(call(socket, multicall(10_000)).split("faultCode", -1)).hasSize(10_001);
      assertThat(send(socket, "GET /?" + "a=b&".repeat(2_000) + " HTTP/1.0\r\n\r\n"))
          .startsWith("HTTP/1.1 200 OK");
    }
  }

  /** Together they are as large as the daemon's heap. */
  @Test
  void namesOfAMegabyteAreNotKept() throws IOException {
    for (int i = 0; i < 130; i++) {
      String name = i + "n".repeat(1_000_000);
      String answer =
          call(
              sockets().getFirst(),
              "<methodCall><methodName>supervisor.startProcess</methodName><params><param><value>"
                  + name
                  + "</value></param></params></methodCall>");
      assertThat(answer).contains("BAD_NAME");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 10",
    "9223372036854775808, 9223372036854775808",
    "-9223372036854775808, 0",
    "0, 9223372036854775807",
    "-5, 2147483647",
  })
  void piecesOfLogsBeyondAllBoundsAreAnswered(String offset, String length) throws IOException {
    for (String method : List.of("readProcessStdoutLog", "tailProcessStdoutLog")) {
      String answer =
          call(
              sockets().getFirst(),
              "<methodCall><methodName>supervisor."
                  + method
                  + "</methodName><params><param><value>p</value></param><param><value><int>"
                  + offset
                  + "</int></value></param><param><value><int>"
                  + length
                  + "</int></value></param></params></methodCall>");
      assertThat(answer).contains("<methodResponse>").doesNotContain("INCORRECT_PARAMETERS");
    }
  }

  @Test
  void noPathLeadsToAnyFile() throws IOException {
    for (String tree :
        List.of("/", "/ui/", "/stylesheets/", "/plugins/", "/logtail/", "/api/v1/logs/")) {
      for (String up :
          List.of(
              "../",
              "..%2f",
              "%2e%2e/",
              "%2e%2e%2f",
              "..%5c",
              "..;/",
              "%252e%252e%252f",
              "..%c0%af",
              "%c0%ae%c0%ae/",
              "..%00/",
              "//../",
              "%uff0e%uff0e/")) {
        for (String file : List.of("etc/passwd", "supervisord.conf", "lib/launcher.jar")) {
          String path = tree + up.repeat(6) + file;
          for (SocketAddress socket : sockets()) {
            assertThat(send(socket, "GET " + path + " HTTP/1.0\r\n\r\n"))
                .as(path)
                .containsPattern("^HTTP/1.1 40[04] ")
                .doesNotContain("root:", "[supervisord]");
          }
        }
      }
    }
  }

  private static List<SocketAddress> sockets() {
    return List.of(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT),
        UnixDomainSocketAddress.of(daemon.file("s.sock")));
  }

  private static String chunked() {
    return "POST /RPC2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  }

  private static String multicall(int calls) {
    String one =
        "<value><struct><member><name>methodName</name><value>a</value></member></struct></value>";
    return "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>"
        + one.repeat(calls)
        + "</data></array></value></param></params></methodCall>";
  }

  private static String call(SocketAddress socket, String body) throws IOException {
    return send(
        socket,
        "POST /RPC2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  /** Sends the bytes, as far as they are taken, and reads until the daemon closes. */
  private static String send(SocketAddress socket, String bytes) throws IOException {
    boolean unix = socket instanceof UnixDomainSocketAddress;
    try (SocketChannel channel =
        SocketChannel.open(unix ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET)) {
      channel.connect(socket);
      try {
        ByteBuffer buffer = ISO_8859_1.encode(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      } catch (IOException refusedMeanwhile) {
        // What it has answered can be read still.
      }
      return answer(channel);
    }
  }

  private static String answer(SocketChannel channel) {
    StringBuilder answer = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (channel.read(buffer) >= 0) {
        answer.append(ISO_8859_1.decode(buffer.flip()));
        buffer.clear();
      }
    } catch (IOException closedWithSomethingUnread) {
      // What it has answered came before.
    }
    return answer.toString();
  }
}
