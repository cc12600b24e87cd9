package org.steward.ctl.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpResponseTest {

  /** A connection that gives its bytes in pieces of some size, and then ends. */
  private record FakeWire(byte[] bytes, int pieceSize, int[] position) implements Wire {

    static FakeWire of(String text, int pieceSize) {
      return new FakeWire(text.getBytes(StandardCharsets.UTF_8), pieceSize, new int[1]);
    }

    @Override
    public int read(byte[] buffer) {
      int size = Math.min(pieceSize, bytes.length - position[0]);
      System.arraycopy(bytes, position[0], buffer, 0, size);
      position[0] += size;
      return size == 0 ? -1 : size;
    }

    @Override
    public void write(byte[] ignored) {}

    @Override
    public void close() {}
  }

  private static HttpResponse response(String text) throws IOException {
    return HttpResponse.read(FakeWire.of(text.replace("\n", "\r\n"), 3));
  }

  private static String body(String text) throws IOException {
    return new String(response(text).body(), StandardCharsets.UTF_8);
  }

  @Test
  void aBodyOfKnownLengthLeavesTheConnectionOpen() throws Exception {
    HttpResponse response = response("HTTP/1.1 200 OK\nContent-Length: 3\n\nabcd");
    assertThat(response.body()).asString().isEqualTo("abc");
    assertThat(response.closesConnection()).isFalse();
  }

  @Test
  void chunksAreJoined() throws Exception {
    assertThat(
            body(
                "HTTP/1.1 200 OK\ntransfer-encoding: Chunked\n\n3;x=y\nabc\nA\n0123456789\n0\nT: x\n\n"))
        .isEqualTo("abc0123456789");
  }

  @Test
  void aBodyWithoutALengthLastsUntilTheEnd() throws Exception {
    HttpResponse response = response("HTTP/1.1 200 OK\n\nabc");
    assertThat(response.closesConnection()).isTrue();
    assertThat(response.body()).asString().isEqualTo("abc");
  }

  @Test
  void serversMayCloseAfterAnAnswer() throws Exception {
    assertThat(response("HTTP/1.0 200 OK\nContent-Length: 0\n\n").closesConnection()).isTrue();
    assertThat(
            response("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 0\n\n")
                .closesConnection())
        .isTrue();
  }

  @Test
  void theStatusComesWithItsWords() throws Exception {
    HttpResponse response = response("HTTP/1.1 401 No entry today\n\n");
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.reason()).isEqualTo("No entry today");
  }

  @Test
  void whatIsCutShortIsTold() {
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\nContent-Length: 5\n\nabc"))
        .hasMessageContaining("3 of 5");
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nabc"))
        .hasMessageContaining("before its answer was complete");
    assertThatThrownBy(() -> response("HTTP/1.1 200 OK\nContent")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> response("")).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoHttpIsTold() {
    assertThatThrownBy(() -> response("SSH-2.0-OpenSSH\n")).hasMessageContaining("SSH-2.0-OpenSSH");
    assertThatThrownBy(() -> response("HTTP/1.1 abc\n")).hasMessageContaining("abc");
    assertThatThrownBy(() -> response("HTTP/1.1 200 OK\nContent-Length: -1\n\n"))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\nContent-Length: 999999999999\n\n"))
        .hasMessageContaining("999999999999 bytes");
  }

  @Test
  void aHeaderLineWithoutAnEndIsRefused() {
    assertThatThrownBy(() -> response("HTTP/1.1 200 " + "x".repeat(100_000)))
        .hasMessageContaining("16384");
  }

  @Test
  void streamsAreHandedOnAsTheyCome() throws Exception {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    response("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nab\n1\nc\n0\n\n")
        .copyTo(taken::write);
    assertThat(taken).hasToString("abc");
  }
}
