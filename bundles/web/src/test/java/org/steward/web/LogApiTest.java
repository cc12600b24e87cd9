package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.process.LogStream;

/** Logs by the JSON API. */
class LogApiTest {
  private static final String LOG = "/api/v1/logs/web/web/stdout";

  @TempDir Path directory;
  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final RawClient client = site.client();
  private Path log;

  @BeforeEach
  void open() throws IOException {
    log = Files.writeString(directory.resolve("a b.log"), "0123456789");
    site.supervisor.logs.put("web", LogStream.STDOUT, Optional.of(log));
    site.supervisor.logs.put("web", LogStream.STDERR, Optional.empty());
  }

  @Test
  void wholeLogIsGiven() throws IOException {
    assertThat(client.get(LOG).response())
        .contains("\r\nContent-Type: text/plain;charset=utf-8\r\n")
        .endsWith("\r\n\r\n0123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0123, bytes 0-3/10",
    "bytes=8-, 206, 89, bytes 8-9/10",
    "bytes=-2, 206, 89, bytes 8-9/10",
    "bytes=4-99, 206, 456789, bytes 4-9/10",
  })
  void partIsGiven(String range, int status, String text, String contentRange) throws IOException {
    client.send("GET " + LOG + " HTTP/1.1\r\nHost: x\r\nRange: " + range + "\r\n\r\n");
    assertThat(client.response())
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Range: " + contentRange)
        .endsWith("\r\n\r\n" + text);
  }

  @Test
  void partBehindTheEndIsRefused() throws IOException {
    client.send("GET " + LOG + " HTTP/1.1\r\nHost: x\r\nRange: bytes=10-\r\n\r\n");
    assertThat(client.response()).startsWith("HTTP/1.1 416 ").contains("bytes */10");
  }

  @Test
  void endIsGiven() throws IOException {
    assertThat(client.get(LOG + "?tail=3").response()).endsWith("\r\n\r\n789");
  }

  @Test
  void emptyLogIsGiven() throws IOException {
    Files.writeString(log, "");
    assertThat(client.get(LOG).response()).contains("Content-Length: 0\r\n");
    assertThat(client.get("/ok.html").response()).endsWith("OK");
  }

  @Test
  void headTellsTheSize() throws IOException {
    client.send("HEAD " + LOG + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(client.until("\r\n\r\n")).contains("Content-Length: 10\r\n");
    assertThat(client.get("/ok.html").response()).endsWith("OK");
  }

  @Test
  void downloadIsSavedUnderATameName() throws IOException {
    assertThat(client.get(LOG + "?download=true").response())
        .contains("Content-Disposition: attachment; filename=\"a_b.log\"");
  }

  @Test
  void logIsFollowed() throws IOException {
    client.get(LOG + "?follow=true&tail=2").until("\r\n\r\n");
    assertThat(client.chunk()).isEqualTo("89");
    Files.writeString(log, "abc", StandardOpenOption.APPEND);
    site.supervisor.logs.grown(log);
    assertThat(client.chunk()).isEqualTo("abc");
    client.close();
    await().until(() -> site.supervisor.logs.followers() == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/logs/web/web/stderr, 404",
    "/api/v1/logs/web/web/stdin, 404",
    "/api/v1/logs/no/ne/stdout, 404",
    "/api/v1/logs/daemon, 404",
    "/api/v1/logs/web/web/stdout?tail=x, 400",
    "/api/v1/logs/web/web/stdout?tail=-1, 400",
  })
  void whatIsNotThereIsAProblem(String path, int status) throws IOException {
    assertThat(client.get(path).response())
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json");
  }

  @Test
  void logThatIsNotThereYetIsAProblem() throws IOException {
    Files.delete(log);
    assertThat(client.get(LOG).response()).startsWith("HTTP/1.1 404 ");
    assertThat(client.get(LOG + "?follow=1").response()).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void activityLogIsGiven() throws IOException {
    site.supervisor.logs.activityLog = Optional.of(log);
    assertThat(client.get("/api/v1/logs/daemon").response()).endsWith("0123456789");
  }
}
