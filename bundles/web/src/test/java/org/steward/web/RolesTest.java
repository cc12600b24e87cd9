package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessState;
import org.steward.api.rpc.RpcEndpoint.Caller;
import org.steward.core.spi.http.HttpServerSettings.User;

/** What users of each role may do, by whichever way they try. */
class RolesTest {
  @AutoClose private TestSite site;

  @BeforeEach
  void open() {
    site =
        TestSite.on(
            TestSite.tcp(
                new User("root", "secret", Role.ADMIN),
                new User("op", "secret", Role.OPERATE),
                new User("mon", "secret", Role.READ)));
    site.supervisor.with("web", "web", ProcessState.RUNNING, "");
  }

  private String send(String user, String request, String... headers) throws IOException {
    String pair = user + ":secret";
    StringBuilder text = new StringBuilder(request + " HTTP/1.1\r\nHost: localhost\r\n");
    text.append("Authorization: Basic ")
        .append(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .append("\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    try (RawClient client = site.client()) {
      return client.send(text + "Content-Length: 0\r\n\r\n").response();
    }
  }

  private int status(String user, String request, String... headers) throws IOException {
    return Integer.parseInt(send(user, request, headers).substring(9, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/processes, 200, 200, 200",
    "GET /api/v1/daemon, 200, 200, 200",
    "GET /metrics, 200, 200, 200",
    "GET /healthz, 200, 200, 200",
    "GET /, 200, 200, 200",
    "GET /index.html?action=refresh, 301, 301, 301",
    "POST /api/v1/processes/web/web/restart, 403, 200, 200",
    "GET /index.html?action=stop&processname=web, 403, 301, 301",
    "POST /index.html?action=stopall, 403, 301, 301",
    "GET /index.html?action=clearlog&processname=web, 403, 301, 301",
    "POST /api/v1/config/reread, 403, 403, 200",
    "POST /api/v1/daemon/shutdown, 403, 403, 200",
    "GET /shell, 403, 403, 426",
    "GET /no/such/page, 404, 404, 404",
    "POST /page/of/a/plugin, 403, 403, 404",
    "DELETE /page/of/a/plugin, 403, 403, 404",
  })
  void roleDecides(String request, int mon, int op, int root) throws IOException {
    assertThat(status("mon", request)).isEqualTo(mon);
    assertThat(status("op", request)).isEqualTo(op);
    assertThat(status("root", request)).isEqualTo(root);
    assertThat(status("nobody", request)).isEqualTo(401);
  }

  @Test
  void refusalSaysWhatItTakesAndIsWrittenDown() throws IOException {
    assertThat(send("op", "POST /api/v1/daemon/shutdown"))
        .contains("application/problem+json")
        .contains("This takes the role admin; yours is operate.");
    assertThat(send("mon", "GET /?action=stopall"))
        .contains("This takes the role operate; yours is read.");
    assertThat(site.supervisor.orders()).isEmpty();
    assertThat(site.supervisor.logs.lines())
        .containsExactly(
            "WARN audit: op from 127.0.0.1 by api: POST /api/v1/daemon/shutdown refused: This takes"
                + " the role admin; yours is operate.",
            "WARN audit: mon from 127.0.0.1 by page: stopall refused: This takes the role operate;"
                + " yours is read.");
  }

  @Test
  void actionsOfTheClassicPageAreWrittenDown() throws IOException {
    send("op", "GET /?action=stop&processname=web");
    send("op", "GET /?action=refresh");
    assertThat(site.supervisor.logs.lines())
        .containsExactly("INFO audit: op from 127.0.0.1 by page: stop web");
  }

  @Test
  void callsOfXmlRpcTellWhoCalls() throws IOException {
    assertThat(status("mon", "POST /RPC2")).isEqualTo(200);
    assertThat(site.rpc.callers).containsExactly(new Caller("mon", "127.0.0.1", Role.READ));
  }

  @ParameterizedTest
  @CsvSource({
    "POST /page, page: POST /page",
    "GET /?action=stopall, page: stopall",
    "POST /api/v1/daemon/shutdown, api: POST /api/v1/daemon/shutdown",
    "POST /RPC2, rpc: a call",
  })
  void whatPagesOfOtherSitesAskForIsRefusedAndWrittenDown(String request, String written)
      throws IOException {
    assertThat(status("root", request, "Origin: http://evil.example")).isEqualTo(403);
    assertThat(site.rpc.callers).isEmpty();
    assertThat(site.supervisor.orders()).isEmpty();
    assertThat(site.supervisor.logs.lines())
        .containsExactly(
            "WARN audit: root from 127.0.0.1 by "
                + written
                + " refused: Pages of other sites may not do that.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /", "GET /api/v1/processes", "POST /RPC2", "GET /no/such/page"})
  void browserLedHereByAStrangersNameGetsNothingWhereNobodyIsAsked(String request)
      throws IOException {
    try (TestSite open = TestSite.onTcp();
        RawClient client = open.client()) {
      client.send(
          request
              + " HTTP/1.1\r\nHost: evil.example\r\nAccept-Language: en\r\n"
              + "Content-Length: 0\r\n\r\n");
      assertThat(client.response()).startsWith("HTTP/1.1 421 ");
      assertThat(open.rpc.callers).isEmpty();
    }
  }
}
