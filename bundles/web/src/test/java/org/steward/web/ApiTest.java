package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.SupervisorFault;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.Kind;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.spi.http.HttpServerSettings.User;

/** The JSON API as it goes over the wire. */
class ApiTest {
  private TestSite site;
  private RawClient client;

  @BeforeEach
  void open() throws IOException {
    site = TestSite.onTcp();
    client = site.client();
    site.supervisor
        .with("web", "web", ProcessState.RUNNING, "")
        .with("shop", "a", ProcessState.FATAL, "can't find command 'x'")
        .with("shop", "b", ProcessState.STOPPED, "");
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    site.close();
  }

  private record Answer(int status, JsonElement body) {
    JsonObject object() {
      return body.getAsJsonObject();
    }

    JsonArray list() {
      return body.getAsJsonArray();
    }

    String text(String member) {
      return object().get(member).getAsString();
    }
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
    assertThat(client.get("/api/v1/processes").until("\r\n\r\n"))
        .contains("Vary: Accept-Encoding")
        .doesNotContain("Content-Encoding");
    assertThat(packed("/metrics").headers().firstValue("Content-Encoding")).contains("gzip");
  }

  private Answer get(String path) throws IOException {
    return parse(client.get("/api/v1" + path).response());
  }

  private Answer post(String path, String body, String... headers) throws IOException {
    StringBuilder request = new StringBuilder("POST /api/v1" + path + " HTTP/1.1\r\nHost: x\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      request.append("Content-Type: application/json\r\n");
    }
    request.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return parse(client.send(request.toString()).response());
  }

  private static Answer parse(String response) {
    int status = Integer.parseInt(response.substring(9, 12));
    String body = response.substring(response.indexOf("\r\n\r\n") + 4);
    return new Answer(status, JsonParser.parseString(body));
  }

  @Test
  void processesAreListedWithWhatClientsNeed() throws IOException {
    JsonObject web = get("/processes").list().get(0).getAsJsonObject();
    assertThat(web.get("id").getAsString()).isEqualTo("web:web");
    assertThat(web.get("state").getAsString()).isEqualTo("RUNNING");
    assertThat(web.get("pid").getAsInt()).isEqualTo(4711);
    assertThat(web.get("description").getAsString()).isEqualTo("pid 4711, uptime 0:01:00");
    assertThat(web.has("stoppedAt")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"state=RUNNING, 1", "'state=FATAL,STOPPED', 2", "group=shop, 2", "group=none, 0"})
  void listCanBeNarrowed(String query, int found) throws IOException {
    assertThat(get("/processes?" + query).list()).hasSize(found);
  }

  @Test
  void failureIsTold() throws IOException {
    assertThat(get("/processes/shop/a").text("lastExit")).isEqualTo("can't find command 'x'");
  }

  @Test
  void unknownProcessIsAProblem() throws IOException {
    Answer answer = get("/processes/web/none");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("fault")).isEqualTo("BAD_NAME");
    assertThat(answer.text("detail")).endsWith("web:none");
  }

  @ParameterizedTest
  @CsvSource({"start", "stop", "clear-logs"})
  void orderToAProcessIsGivenOnce(String verb) throws IOException {
    assertThat(post("/processes/web/web/" + verb, "").text("id")).isEqualTo("web:web");
    List<String> expected = verb.equals("clear-logs") ? List.of() : List.of(verb + " web:web");
    assertThat(site.supervisor.orders()).isEqualTo(expected);
  }

  @Test
  void restartStartsWhatDoesNotRun() throws IOException {
    site.supervisor.outcome("stop shop:b", failed(Fault.NOT_RUNNING));
    assertThat(post("/processes/shop/b/restart", "").status()).isEqualTo(200);
    assertThat(site.supervisor.orders()).containsExactly("stop shop:b", "start shop:b");
  }

  @Test
  void restartDoesNotStartWhatCouldNotBeStopped() throws IOException {
    site.supervisor.outcome("stop shop:b", failed(Fault.FAILED));
    assertThat(post("/processes/shop/b/restart", "").status()).isEqualTo(500);
    assertThat(site.supervisor.orders()).containsExactly("stop shop:b");
  }

  @ParameterizedTest
  @CsvSource({
    "ALREADY_STARTED, 409",
    "SPAWN_ERROR, 422",
    "SHUTDOWN_STATE, 503",
    "FAILED, 500",
  })
  void refusalHasTheStatusThatFits(Fault fault, int status) throws IOException {
    site.supervisor.outcome("start web:web", failed(fault));
    Answer answer = post("/processes/web/web/start", "{}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("fault")).isEqualTo(fault.name());
  }

  private static CompletableFuture<Void> failed(Fault fault) {
    return CompletableFuture.failedFuture(new SupervisorFault(fault, "why"));
  }

  @Test
  void signalIsNamedInTheBody() throws IOException {
    assertThat(post("/processes/web/web/signal", "{\"signal\":\"hup\"}").status()).isEqualTo(200);
    assertThat(post("/processes/web/web/signal", "{\"signal\":\"NO\"}").status()).isEqualTo(400);
    assertThat(post("/processes/web/web/signal", "").status()).isEqualTo(400);
    assertThat(site.supervisor.orders()).containsExactly("signal web:web 1");
  }

  @Test
  void selectionTellsWhatBecameOfEach() throws IOException {
    site.supervisor.outcome("stop shop:b", failed(Fault.NOT_RUNNING));
    JsonArray outcomes =
        post("/selection/stop", "{\"processes\":[\"web:web\",\"shop:b\",\"no:ne\"]}").list();
    assertThat(outcomes)
        .extracting(each -> each.getAsJsonObject().get("status").getAsString())
        .containsExactly("SUCCESS", "NOT_RUNNING", "BAD_NAME");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{\"all\":true}; start all", "{\"processes\":[\"web\"]}; start web:web"})
  void selectionNamesProcessesOrAll(String body, String order) throws IOException {
    assertThat(post("/selection/start", body).status()).isEqualTo(200);
    assertThat(site.supervisor.orders()).containsExactly(order);
  }

  @Test
  void groupIsAUnit() throws IOException {
    assertThat(get("/groups/shop").object().getAsJsonObject("states").keySet())
        .containsExactly("FATAL", "STOPPED");
    post("/groups/shop/restart", "");
    assertThat(site.supervisor.orders()).containsExactly("stop group shop", "start group shop");
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
    assertThat(post("/processes/web/web/stop", "{}", header).status()).isEqualTo(status);
    assertThat(site.supervisor.orders()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void formsAreNoCalls() throws IOException {
    client.send(
        "POST /api/v1/daemon/shutdown HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
            + "Content-Type: text/plain\r\n\r\na=b");
    assertThat(client.response()).startsWith("HTTP/1.1 415 ");
    assertThat(site.supervisor.orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{, 400", "[], 400", "null, 400", "'\"x\"', 400", "'{\"await\":1}', 400"})
  void bodyMustBeWhatIsExpected(String body, int status) throws IOException {
    assertThat(post("/processes/web/web/start", body).status()).isEqualTo(status);
  }

  @Test
  void methodAndAddressMustFit() throws IOException {
    assertThat(get("/processes/web/web/start").status()).isEqualTo(405);
    assertThat(post("/processes", "").status()).isEqualTo(405);
    assertThat(get("/none").status()).isEqualTo(404);
    assertThat(parse(client.get("/api").response()).status()).isEqualTo(404);
    assertThat(parse(client.get("/api/v2/daemon").response()).status()).isEqualTo(404);
  }

  @Test
  void changesAreWrittenDown() throws IOException {
    post("/processes/web/web/stop", "");
    site.supervisor.outcome("start web:web", failed(Fault.SPAWN_ERROR));
    post("/processes/web/web/start", "");
    assertThat(site.supervisor.logs.lines())
        .contains("INFO audit: anybody from 127.0.0.1 by api: stop web")
        .contains("INFO audit: anybody from 127.0.0.1 by api: start web")
        .anyMatch(
            line ->
                line.startsWith("INFO audit: anybody from 127.0.0.1 by api: start web failed: "));
  }

  @Test
  void daemonTellsWhatTheUserMayDo() throws IOException {
    JsonObject daemon = get("/daemon").object();
    assertThat(daemon.get("identifier").getAsString()).isEqualTo("test & identifier");
    assertThat(daemon.get("role").getAsString()).isEqualTo("admin");
    assertThat(daemon.getAsJsonObject("states").get("FATAL").getAsInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"restart", "shutdown"})
  void daemonCanBeEnded(String verb) throws IOException {
    assertThat(post("/daemon/" + verb, "").text("accepted")).isEqualTo(verb);
    assertThat(site.supervisor.orders()).containsExactly(verb);
  }

  private static ProcessSettings settings(String name, String command, String secret) {
    return new ProcessSettings(
        new ProcessId(name, name),
        Map.of("command", command),
        Map.of("API_TOKEN", secret, "URL", "redis://u:pw@host/0"));
  }

  @Test
  void secretsAreMasked() throws IOException {
    site.supervisor.running = List.of(settings("web", "run", "s3cret"));
    JsonObject settings = get("/processes/web/web/config").object();
    assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain("pw@");
    assertThat(settings.getAsJsonObject("values").get("command").getAsString()).isEqualTo("run");
  }

  @Test
  void planShowsEachOptionThatDiffers() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(
            List.of(
                change("old", Kind.REMOVED, ChangeEffect.REMOVED),
                change("web", Kind.CHANGED, ChangeEffect.RESTART),
                change("new", Kind.ADDED, ChangeEffect.ADDED)));
    JsonArray groups = post("/config/reread", "").object().getAsJsonArray("groups");
    assertThat(groups)
        .extracting(each -> each.getAsJsonObject().get("change").getAsString())
        .containsExactly("removed", "changed", "added");
    String changed = groups.get(1).toString();
    assertThat(changed)
        .contains(
            "{\"option\":\"command\",\"before\":\"a\",\"after\":\"b\",\"effect\":\"restart\"}")
        .contains("\"change\":\"changed\",\"effect\":\"restart\"");
    assertThat(groups.get(1).getAsJsonObject().get("running").getAsInt()).isEqualTo(1);
  }

  @Test
  void updateFollowsThePlanThatWasLookedAt() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(
            List.of(
                change("shop", Kind.REMOVED, ChangeEffect.REMOVED),
                change("web", Kind.CHANGED, ChangeEffect.RESTART)));
    String plan = post("/config/reread", "").text("plan");
    JsonArray done = post("/config/update", "{\"plan\":\"" + plan + "\"}").list();
    assertThat(done).hasSize(2);
    assertThat(site.supervisor.orders()).containsExactly("update shop web");
  }

  @Test
  void updateRefusesAPlanThatIsStale() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(List.of(change("web", Kind.CHANGED, ChangeEffect.RESTART)));
    site.supervisor.read = List.of(settings("web", "b", "y"));
    String plan = post("/config/reread", "").text("plan");
    site.supervisor.read = List.of(settings("web", "c", "y"));
    assertThat(post("/config/update", "{\"plan\":\"" + plan + "\"}").status()).isEqualTo(409);
    assertThat(site.supervisor.orders()).isEmpty();
  }

  @Test
  void updateCanBeLimitedToSomeGroups() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(
            List.of(
                change("a", Kind.ADDED, ChangeEffect.ADDED),
                change("b", Kind.ADDED, ChangeEffect.ADDED)));
    site.supervisor.outcome("update b", failed(Fault.FAILED));
    JsonArray done = post("/config/update", "{\"groups\":[\"b\"]}").list();
    assertThat(done).hasSize(1);
    assertThat(done.get(0).getAsJsonObject().get("done").getAsBoolean()).isFalse();
    assertThat(site.supervisor.orders()).containsExactly("update b");
  }

  private static GroupChange change(String name, Kind kind, ChangeEffect effect) {
    ProcessChange process =
        new ProcessChange(
            new ProcessId(name, name),
            effect,
            List.of(new UpdatePlan.OptionChange("command", "a", "b", effect)));
    return new GroupChange(name, kind, List.of(), List.of(process), 0);
  }

  @Test
  void groupsCanBePutToWorkAndForgotten() throws IOException {
    assertThat(post("/groups/new/add", "").text("accepted")).isEqualTo("add new");
    assertThat(post("/groups/shop/remove", "").status()).isEqualTo(200);
    assertThat(site.supervisor.orders()).containsExactly("add group new", "remove group shop");
  }

  @Test
  void eventsCanBeSent() throws IOException {
    assertThat(post("/events", "{\"kind\":\"deploy\",\"data\":\"v2\"}").status()).isEqualTo(200);
    assertThat(post("/events", "{}").status()).isEqualTo(400);
    assertThat(site.supervisor.orders()).containsExactly("event deploy v2");
  }

  @Test
  void configurationTellsWhereItIsSet() throws IOException {
    ProcessSettings read =
        new ProcessSettings(
            new ProcessId("web", "web"),
            Map.of("command", "run", "priority", "999"),
            Map.of("API_TOKEN", "s3cret"),
            Map.of("command", "/etc/web.conf:7"));
    site.supervisor.running = List.of(settings("web", "run", "s3cret"));
    site.supervisor.read = List.of(read);
    assertThat(get("/processes/web/web/config").object().getAsJsonObject("origins").toString())
        .isEqualTo("{\"command\":\"/etc/web.conf:7\"}");
    assertThat(get("/config").list().toString())
        .contains("/etc/web.conf:7")
        .doesNotContain("s3cret");
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
    client.send(
        request
            + "\r\nHost: x\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n");
    String answer = client.response();
    assertThat(answer).contains("Content-Type: application/problem+json");
    Answer parsed = parse(answer);
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
    JsonObject document = get("/openapi.json").object();
    assertThat(document.get("openapi").getAsString()).startsWith("3.1");
    assertThat(document.getAsJsonObject("paths").keySet())
        .contains("/processes", "/events", "/logs/{group}/{name}/{stream}", "/config/update");
    assertThat(document.getAsJsonObject("components").getAsJsonObject("schemas").keySet())
        .contains("Process", "Problem", "Update", "UpdateRequest");
  }
}
