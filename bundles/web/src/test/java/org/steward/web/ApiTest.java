package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.control.Fault;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessState;
import org.steward.core.spi.http.HttpServerSettings.User;

/** The JSON API as it goes over the wire: what all of it has in common, and the daemon. */
class ApiTest {
  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final ApiClient api = new ApiClient(site);

  @BeforeEach
  void open() {
    site.supervisor
        .with("web", "web", ProcessState.RUNNING, "")
        .with("shop", "a", ProcessState.FATAL, "")
        .with("shop", "b", ProcessState.STOPPED, "");
  }

  /** As a browser has it, which takes it packed. */
  private HttpResponse<byte[]> packed(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
            .header("Accept-Encoding", "gzip, deflate")
            .build();
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void longAnswersArePackedForWhoTakesThemSo() throws Exception {
    assertThat(packed("/api/v1/processes/web/web").headers().firstValue("Content-Encoding"))
        .isEmpty();
    for (int i = 0; i < 100; i++) {
      site.supervisor.with("many", "p" + i, ProcessState.RUNNING, "");
    }
    HttpResponse<byte[]> many = packed("/api/v1/processes");
    assertThat(many.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(many.headers().firstValue("Vary")).contains("Accept-Encoding");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(many.body())).readAllBytes();
    assertThat(JsonParser.parseString(new String(plain, StandardCharsets.UTF_8)).getAsJsonArray())
        .hasSize(103);
    assertThat(many.body().length).isLessThan(plain.length / 5);
    assertThat(api.raw.get("/api/v1/processes").until("\r\n\r\n"))
        .contains("Vary: Accept-Encoding")
        .doesNotContain("Content-Encoding");
    assertThat(packed("/metrics").headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin: http://evil.example, 403",
    "Origin: null, 403",
    "Sec-Fetch-Site: cross-site, 403",
    "Sec-Fetch-Site: same-site, 403",
    "Sec-Fetch-Site: same-origin, 200",
    "Origin: http://x, 200",
    "X-None: x, 200",
  })
  void pagesOfOtherSitesChangeNothing(String header, int status) throws IOException {
    assertThat(api.post("/processes/web/web/stop", "{}", header).status()).isEqualTo(status);
    assertThat(site.supervisor.orders()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void formsAreNoCalls() throws IOException {
    api.raw.send(
        "POST /api/v1/daemon/shutdown HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
            + "Content-Type: text/plain\r\n\r\na=b");
    assertThat(api.raw.response()).startsWith("HTTP/1.1 415 ");
    assertThat(site.supervisor.orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{, 400", "[], 400", "null, 400", "'\"x\"', 400", "'{\"await\":1}', 400"})
  void bodyMustBeWhatIsExpected(String body, int status) throws IOException {
    assertThat(api.post("/processes/web/web/start", body).status()).isEqualTo(status);
  }

  @Test
  void methodAndAddressMustFit() throws IOException {
    assertThat(api.get("/processes/web/web/start").status()).isEqualTo(405);
    assertThat(api.post("/processes", "").status()).isEqualTo(405);
    assertThat(api.get("/none").status()).isEqualTo(404);
    assertThat(ApiClient.parse(api.raw.get("/api").response()).status()).isEqualTo(404);
    assertThat(ApiClient.parse(api.raw.get("/api/v2/daemon").response()).status()).isEqualTo(404);
  }

  @Test
  void changesAreWrittenDown() throws IOException {
    api.post("/processes/web/web/stop", "");
    site.supervisor.outcome("start web:web", ApiClient.refusal(Fault.SPAWN_ERROR));
    api.post("/processes/web/web/start", "");
    assertThat(site.supervisor.logs.lines())
        .contains("INFO audit: anybody from 127.0.0.1 by api: stop web")
        .contains("INFO audit: anybody from 127.0.0.1 by api: start web")
        .anyMatch(
            line ->
                line.startsWith("INFO audit: anybody from 127.0.0.1 by api: start web failed: "));
  }

  @Test
  void daemonTellsWhatTheUserMayDo() throws IOException {
    JsonObject daemon = api.get("/daemon").object();
    assertThat(daemon.get("identifier").getAsString()).isEqualTo("test & identifier");
    assertThat(daemon.get("role").getAsString()).isEqualTo("admin");
    assertThat(daemon.getAsJsonObject("states").get("FATAL").getAsInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"restart", "shutdown"})
  void daemonCanBeEnded(String verb) throws IOException {
    assertThat(api.post("/daemon/" + verb, "").text("accepted")).isEqualTo(verb);
    assertThat(site.supervisor.orders()).containsExactly(verb);
  }

  @Test
  void eventsCanBeSent() throws IOException {
    assertThat(api.post("/events", "{\"kind\":\"deploy\",\"data\":\"v2\"}").status())
        .isEqualTo(200);
    assertThat(api.post("/events", "{}").status()).isEqualTo(400);
    assertThat(site.supervisor.orders()).containsExactly("event deploy v2");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/none HTTP/1.1, 404",
    "PUT /api/v1/processes HTTP/1.1, 405",
    "POST /api/v1/daemon/restart HTTP/1.1, 415",
    "GET /api/v2/processes HTTP/1.1, 404",
    "GET /api HTTP/1.1, 404",
    "POST /api/v1/selection/stop HTTP/1.1, 413",
  })
  void everyProblemIsToldInOneWay(String request, int status) throws IOException {
    String length = status == 413 ? "2000000" : "0";
    String type = status == 415 ? "text/plain" : "application/json";
    api.raw.send(
        request
            + "\r\nHost: x\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n");
    String answer = api.raw.response();
    assertThat(answer).contains("Content-Type: application/problem+json");
    ApiClient.Answer parsed = ApiClient.parse(answer);
    assertThat(parsed.status()).isEqualTo(status);
    assertThat(parsed.object().get("status").getAsInt()).isEqualTo(status);
    assertThat(parsed.text("title")).isNotEmpty();
    assertThat(parsed.text("detail")).isNotEmpty();
    if (status == 405) {
      assertThat(answer).contains("\r\nAllow: GET\r\n");
    }
  }

  @Test
  void askingWhoItIsIsAProblemToo() throws IOException {
    try (TestSite closed = TestSite.on(TestSite.tcp(new User("bob", "x", Role.READ)));
        RawClient stranger = closed.client()) {
      assertThat(stranger.get("/api/v1/processes").response())
          .startsWith("HTTP/1.1 401 ")
          .contains("Content-Type: application/problem+json")
          .endsWith("{\"status\":401,\"title\":\"Unauthorized\",\"detail\":\"Unauthorized.\"}");
    }
  }

  @Test
  void descriptionNamesEveryAddress() throws IOException {
    JsonObject document = api.get("/openapi.json").object();
    assertThat(document.get("openapi").getAsString()).startsWith("3.1");
    assertThat(document.getAsJsonObject("paths").keySet())
        .contains("/processes", "/events", "/logs/{group}/{name}/{stream}", "/config/update");
    assertThat(document.getAsJsonObject("components").getAsJsonObject("schemas").keySet())
        .contains("Process", "Problem", "Update", "UpdateRequest");
  }
}
