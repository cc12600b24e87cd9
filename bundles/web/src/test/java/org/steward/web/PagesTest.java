package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessState;

/** The classic pages: what they show, and what their addresses do. */
class PagesTest {
  @TempDir Path directory;
  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final RawClient client = site.client();

  @BeforeEach
  void open() {
    site.supervisor
        .with("web", "web", ProcessState.RUNNING, "")
        .with("group", "a&b", ProcessState.FATAL, "can't find <command>")
        .with("off", "off", ProcessState.STOPPED, "");
  }

  private String get(String target) throws IOException {
    return client.get(target).response();
  }

  private static String location(String response) {
    assertThat(response).startsWith("HTTP/1.1 301 Moved Permanently\r\n");
    return response.replaceAll("(?s).*\r\nLocation: ([^\r]*)\r\n.*", "$1");
  }

  @Test
  void statusPageShowsEachProcess() throws IOException {
    assertThat(get("/"))
        .contains("<title>Supervisor Status</title>")
        .contains("<h1>test &amp; identifier</h1>")
        .contains("<span class=\"statusrunning\">running</span>")
        .contains("<td class=\"description\">pid 4711, uptime 0:01:00</td>")
        .contains("<a href=\"tail.html?processname=web\">web</a>")
        .contains("<span class=\"statuserror\">fatal</span>")
        .contains("can&#39;t find &lt;command&gt;")
        .contains("<a href=\"tail.html?processname=group%3Aa%26b\">group:a&amp;b</a>")
        .contains("<span class=\"statusnominal\">stopped</span>")
        .contains("Not started")
        .contains("Steward 1.2.3")
        .doesNotContain("No programs to manage");
  }

  @Test
  void statusPageOffersWhatTheStateAllows() throws IOException {
    String page = get("/index.html");
    assertThat(page)
        .contains("index.html?processname=web&amp;action=restart")
        .contains("index.html?processname=web&amp;action=stop")
        .doesNotContain("index.html?processname=web&amp;action=start\"")
        .contains("index.html?processname=off&amp;action=start\"")
        .contains("logtail/group%3Aa%26b/stderr");
  }

  @ParameterizedTest
  @EnumSource(ProcessState.class)
  void everyStateCanBeShown(ProcessState state) throws IOException {
    site.supervisor.with("x", "x", state, "");
    assertThat(get("/")).startsWith("HTTP/1.1 200 OK\r\n").contains(state.name().toLowerCase());
  }

  @Test
  void messageIsShownAndCannotBreakOut() throws IOException {
    assertThat(get("/?message=%3Cscript%3Ealert(1)%3C/script%3E"))
        .contains("<p class=\"status_msg\" role=\"status\">&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>");
  }

  @ParameterizedTest
  @CsvSource({
    "action=start&processname=off, start off:off, Process%20off%20started",
    "action=stop&processname=web, stop web:web, Process%20web%20stopped",
    "processname=group%3Aa%26b&action=start, start group:a&b, Process%20group%3Aa%26b%20started",
    "action=stop&processname=web:web, stop web:web, Process%20web%3Aweb%20stopped",
    "action=start&processname=nope, -, No%20such%20process%20named%20nope",
    "action=start&processname=group:*, -, No%20such%20process%20named%20group%3A%2A",
    "action=clearlog&processname=web, -, Log%20for%20web%20cleared",
    "action=refresh, -, Page%20refreshed%20at%20",
    "action=stopall, stop all, All%20stopped%20at%20",
  })
  void actionsAreDoneAndTold(String query, String order, String message) throws IOException {
    assertThat(location(get("/index.html?" + query))).startsWith("./?message=" + message);
    if (!order.equals("-")) {
      assertThat(site.supervisor.orders()).containsExactly(order);
    }
  }

  @Test
  void restartsStopFirst() throws IOException {
    assertThat(location(get("/?action=restart&processname=web")))
        .isEqualTo("./?message=Process%20web%20restarted");
    assertThat(location(get("/?action=restartall"))).startsWith("./?message=All%20restarted%20at");
    assertThat(site.supervisor.orders())
        .containsExactly("stop web:web", "start web:web", "stop all", "start all");
  }

  @ParameterizedTest
  @CsvSource({
    "start, NO_FILE, ERROR%3A%20Process%20web%3A%20no%20such%20file",
    "start, NOT_EXECUTABLE, ERROR%3A%20Process%20web%3A%20file%20not%20executable",
    "start, ALREADY_STARTED, ERROR%3A%20Process%20web%3A%20already%20started",
    "start, SPAWN_ERROR, ERROR%3A%20Process%20web%3A%20spawn%20error",
    "start, ABNORMAL_TERMINATION, ERROR%3A%20Process%20web%3A%20abnormal%20termination",
    "start, SHUTDOWN_STATE, "
        + "ERROR%3A%20Process%20web%3A%20unexpected%20rpc%20fault%20%5B6%5D%20SHUTDOWN_STATE%3A%20why",
    "stop, NOT_RUNNING, unexpected%20rpc%20fault%20%5B70%5D%20NOT_RUNNING%3A%20why",
    "restart, NOT_RUNNING, Process%20web%20restarted",
  })
  void failuresAreTold(String action, Fault fault, String message) throws IOException {
    CompletableFuture<Void> failed =
        CompletableFuture.failedFuture(new SupervisorFault(fault, "why"));
    site.supervisor.outcome("start web:web", failed);
    site.supervisor.outcome("stop web:web", failed);
    assertThat(location(get("/?action=" + action + "&processname=web")))
        .isEqualTo("./?message=" + message);
  }

  @Test
  void actionIsAnsweredWhenItIsDone() throws IOException {
    CompletableFuture<Void> pending = new CompletableFuture<>();
    site.supervisor.outcome("stop web:web", pending);
    client.get("/?action=stop&processname=web");
    await().until(() -> site.supervisor.orders().contains("stop web:web"));
    pending.complete(null);
    assertThat(location(client.response())).isEqualTo("./?message=Process%20web%20stopped");
  }

  @Test
  void actionMayBePosted() throws IOException {
    client.send("POST /index.html HTTP/1.1\r\nHost: x\r\nContent-Length: 29\r\n\r\n");
    client.send("action=start&processname=off&");
    assertThat(location(client.response())).isEqualTo("./?message=Process%20off%20started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"action=nonsense", "action=start", "action=start&processname="})
  void unknownActionIsRefused(String query) throws IOException {
    assertThat(get("/?" + query)).startsWith("HTTP/1.1 400 Bad Request\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: http://evil.example",
        "Referer: http://evil.example/page",
        "Origin: null",
        "Accept-Language: en"
      })
  void actionsOfOtherSitesAreRefused(String header) throws IOException {
    client.send("GET /?action=stopall HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n");
    assertThat(client.response()).startsWith("HTTP/1.1 403 Forbidden\r\n");
    assertThat(site.supervisor.orders()).isEmpty();
  }

  @Test
  void pageItselfMayBeLinkedToFromAnywhere() throws IOException {
    client.send("GET / HTTP/1.1\r\nHost: x\r\nReferer: http://wiki.example/\r\n\r\n");
    assertThat(client.response()).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void tailPageShowsTheEndOfTheLog() throws IOException {
    Path log = directory.resolve("web.log");
    Files.writeString(log, "x".repeat(5000) + "<end>\n");
    site.supervisor.logs.put("web", LogStream.STDOUT, Optional.of(log));
    assertThat(get("/tail.html?processname=web"))
        .contains("<title>Supervisor tail of process web</title>")
        .contains("<pre>" + "x".repeat(1018) + "&lt;end&gt;\n</pre>")
        .contains("tail.html?processname=web&amp;limit=1024");
    assertThat(get("/tail.html?processname=web&limit=2000"))
        .contains("<pre>" + "x".repeat(1994) + "&lt;end&gt;\n</pre>")
        .contains("limit=2000");
    assertThat(get("/tail.html?processname=web&limit=7")).contains("limit=1024");
    assertThat(get("/tail.html?processname=web&limit=many")).contains("limit=1024");
  }

  @Test
  void tailPageSaysWhyThereIsNothing() throws IOException {
    site.supervisor.logs.put("web", LogStream.STDOUT, Optional.empty());
    site.supervisor.logs.put("off", LogStream.STDOUT, Optional.of(directory.resolve("missing")));
    assertThat(get("/tail.html")).contains("<pre>No process name found</pre>");
    assertThat(get("/tail.html?processname=web")).contains("<pre>No file for web</pre>");
    assertThat(get("/tail.html?processname=off")).contains("<pre>No file for off</pre>");
    assertThat(get("/tail.html?processname=%3Cb%3E"))
        .contains("<pre>ERROR: unexpected rpc fault [10] BAD_NAME: &lt;b&gt;</pre>");
  }

  @Test
  void emptySetIsSaidToBeEmpty() throws IOException {
    try (TestSite empty = TestSite.onTcp();
        RawClient visitor = empty.client()) {
      assertThat(visitor.get("/").response()).contains("No programs to manage");
    }
  }
}
