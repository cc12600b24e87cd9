package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.process.ProcessState;

/** Many clients that mean no good, from one process: what one who means well notices of them. */
@Timeout(120)
class CrowdTest {
  private static final int CROWD = 150;

  private final TestSite site = TestSite.onTcp();
  private final List<RawClient> crowd = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (RawClient client : crowd) {
      client.close();
    }
    site.close();
  }

  private void gather(String beginning) throws IOException {
    for (int i = 0; i < CROWD; i++) {
      crowd.add(site.client().send(beginning));
    }
  }

  private void isAnsweredAtOnce() throws IOException {
    site.supervisor.with("web", "web", ProcessState.RUNNING, "");
    try (RawClient friend = site.client()) {
      assertThat(friend.get("/ok.html").response()).endsWith("OK");
      assertThat(friend.get("/api/v1/processes").response()).contains("web:web");
    }
  }

  @Test
  void whoSaysNothingHoldsNobodyUp() throws IOException {
    gather("");
    isAnsweredAtOnce();
  }

  @Test
  void whoDripsAHeaderHoldsNobodyUp() throws IOException {
    gather("GET /ok.html HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    isAnsweredAtOnce();
    for (RawClient client : crowd) {
      client.send("a");
    }
    isAnsweredAtOnce();
  }

  @Test
  void whoDripsABodyHoldsNobodyUp() throws IOException {
    gather("POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n<");
    isAnsweredAtOnce();
  }

  /** More of them than the server has threads, on a socket that takes little ahead. */
  @Test
  void whoDoesNotTakeItsAnswerHoldsNobodyUp(@TempDir Path directory) throws IOException {
    Path log = Files.write(directory.resolve("log"), new byte[4 * 1024 * 1024]);
    Path path = directory.resolve("s");
    try (TestSite local = TestSite.on(TestSite.unix(path))) {
      local.supervisor.logs.activityLog = Optional.of(log);
      for (int i = 0; i < 40; i++) {
        crowd.add(RawClient.unix(path).get("/api/v1/logs/daemon"));
      }
      try (RawClient friend = RawClient.unix(path)) {
        assertThat(friend.get("/ok.html").response()).endsWith("OK");
        assertThat(friend.get("/api/v1/daemon").response()).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Test
  void whoFollowsEventsHoldsNobodyUp() throws IOException {
    gather("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n\r\n");
    isAnsweredAtOnce();
  }

  @Test
  void whatIsTooLargeIsRefusedWithoutBeingRead() throws IOException {
    for (String target : List.of("/RPC2", "/index.html", "/api/v1/selection/stop")) {
      try (RawClient client = site.client()) {
        client.send(
            "POST "
                + target
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 9000000000\r\n\r\n");
        assertThat(client.response()).startsWith("HTTP/1.1 413 ");
        assertThat(client.isClosed()).isTrue();
      }
    }
  }
}
