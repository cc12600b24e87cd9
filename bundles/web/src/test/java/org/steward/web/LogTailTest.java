package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.process.LogStream;

/** Logs that are followed over HTTP. */
class LogTailTest {
  @TempDir Path directory;
  @AutoClose final TestSite site = TestSite.onTcp();
  private Path log;

  @BeforeEach
  void open() throws IOException {
    log = Files.writeString(directory.resolve("web.log"), "");
    site.supervisor.logs.put("web", LogStream.STDOUT, Optional.of(log));
    site.supervisor.logs.put("web", LogStream.STDERR, Optional.empty());
    site.supervisor.logs.put("group:one", LogStream.STDERR, Optional.of(log));
    site.supervisor.logs.put("late", LogStream.STDOUT, Optional.of(directory.resolve("missing")));
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    site.supervisor.logs.grown(log);
  }

  private RawClient follow(String path) throws IOException {
    RawClient client = site.client().get(path);
    assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 OK\r\n");
    return client;
  }

  @Test
  void headersComeAtOnceThoughTheLogIsEmpty() throws IOException {
    try (RawClient client = site.client().get("/logtail/web")) {
      assertThat(client.until("\r\n\r\n"))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nContent-Type: text/plain;charset=utf-8\r\n")
          .contains("\r\nLast-Modified: ")
          .contains("\r\nX-Accel-Buffering: no\r\n")
          .contains("\r\nTransfer-Encoding: chunked\r\n");
    }
  }

  @Test
  void lastKilobyteComesFirstAndThenWhatIsAdded() throws IOException {
    append("x".repeat(5000) + "end\n");
    try (RawClient client = follow("/logtail/web/stdout")) {
      assertThat(client.chunk()).isEqualTo("x".repeat(1020) + "end\n");
      append("one\n");
      assertThat(client.chunk()).isEqualTo("one\n");
      append("two\n");
      assertThat(client.chunk()).isEqualTo("two\n");
    }
  }

  @Test
  void rotationLosesNothing() throws IOException {
    try (RawClient client = follow("/logtail/web")) {
      append("old\n");
      assertThat(client.chunk()).isEqualTo("old\n");
      Files.writeString(log, "last\n", StandardOpenOption.APPEND);
      Files.move(log, directory.resolve("web.log.1"));
      append("new\n");
      assertThat(client.chunk() + client.chunk()).isEqualTo("last\nnew\n");
    }
  }

  @Test
  void truncationIsTold() throws IOException {
    append("0123456789");
    try (RawClient client = follow("/logtail/web")) {
      assertThat(client.chunk()).isEqualTo("0123456789");
      Files.writeString(log, "new");
      site.supervisor.logs.grown(log);
      assertThat(client.chunk()).isEqualTo("==> File truncated <==\n");
      assertThat(client.chunk()).isEqualTo("new");
    }
  }

  @Test
  void http10ClientGetsTheBareLog() throws IOException {
    append("old\n");
    try (RawClient client = site.client().send("GET /logtail/web HTTP/1.0\r\n\r\n")) {
      assertThat(client.until("\r\n\r\n")).doesNotContain("chunked");
      assertThat(client.exactly(4)).isEqualTo("old\n");
      append("new\n");
      assertThat(client.exactly(4)).isEqualTo("new\n");
    }
  }

  @Test
  void activityLogIsFollowedToo() throws IOException {
    site.supervisor.logs.activityLog = Optional.of(log);
    append("up\n");
    try (RawClient client = follow("/mainlogtail")) {
      assertThat(client.chunk()).isEqualTo("up\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /logtail/web, 200",
    "GET, /logtail/web/stdout, 200",
    "GET, /logtail/w%65b, 200",
    "GET, /logtail/web:web/stdout, 200",
    "GET, /logtail/group:one/stderr, 200",
    "GET, /logtail/group%3Aone/stderr, 200",
    "GET, /logtail/web/stderr, 404",
    "GET, /logtail/web/, 404",
    "GET, /logtail/web/stdin, 404",
    "GET, /logtail/web/stdout/, 404",
    "GET, /logtail/group:one, 404",
    "GET, /logtail/group:*/stderr, 404",
    "GET, /logtail/nobody, 404",
    "GET, /logtail/late, 404",
    "GET, /logtail/, 404",
    "GET, /logtail, 404",
    "GET, /mainlogtail, 404",
    "POST, /logtail/web, 400",
    "HEAD, /logtail/web, 400",
    "POST, /mainlogtail, 400",
  })
  void logIsFoundByItsName(String method, String path, int status) throws IOException {
    try (RawClient client = site.client()) {
      client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
      assertThat(client.until("\r\n")).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @Test
  void clientThatGoesAwayIsForgottenThoughNothingIsWritten() throws IOException {
    RawClient client = follow("/logtail/web");
    await().until(() -> site.supervisor.logs.followers() == 1);
    client.close();
    await().until(() -> site.supervisor.logs.followers() == 0);
  }

  @Test
  void stoppingTheServerEndsTheStreams() throws IOException {
    try (RawClient client = follow("/logtail/web")) {
      site.close();
      assertThat(client.isClosed()).isTrue();
      await().until(() -> site.supervisor.logs.followers() == 0);
    }
  }

  @Test
  void hundredsMayFollow() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      clients.add(follow("/logtail/web"));
    }
    for (int line = 0; line < 10; line++) {
      append("line %d\n".formatted(line));
    }
    for (RawClient client : clients) {
      StringBuilder text = new StringBuilder();
      while (text.indexOf("line 9\n") < 0) {
        text.append(client.chunk());
      }
      assertThat(text.toString().lines()).hasSize(10);
      client.close();
    }
    await().until(() -> site.supervisor.logs.followers() == 0);
  }

  @Test
  void slowClientHoldsUpNobodyAndMissesNothing() throws IOException {
    int lines = 200_000;
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      flood.append("line %08d of a flood\n".formatted(i));
    }
    try (RawClient slow = follow("/logtail/web");
        RawClient quick = follow("/logtail/web")) {
      append(flood.toString());
      assertThat(read(quick, flood.length())).isEqualTo(flood.toString());
      assertThat(read(slow, flood.length())).isEqualTo(flood.toString());
    }
  }

  private static String read(RawClient client, int length) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(client.chunk());
    }
    return text.toString();
  }
}
