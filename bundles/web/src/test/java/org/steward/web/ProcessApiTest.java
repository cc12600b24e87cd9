package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.control.Fault;
import org.steward.api.process.ProcessState;

/** Processes and groups by the JSON API. */
class ProcessApiTest {
  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final ApiClient api = new ApiClient(site);

  @BeforeEach
  void open() {
    site.supervisor
        .with("web", "web", ProcessState.RUNNING, "")
        .with("shop", "a", ProcessState.FATAL, "can't find command 'x'")
        .with("shop", "b", ProcessState.STOPPED, "");
  }

  @Test
  void processesAreListedWithWhatClientsNeed() throws IOException {
    JsonObject web = api.get("/processes").list().get(0).getAsJsonObject();
    assertThat(web.get("id").getAsString()).isEqualTo("web:web");
    assertThat(web.get("state").getAsString()).isEqualTo("RUNNING");
    assertThat(web.get("pid").getAsInt()).isEqualTo(4711);
    assertThat(web.get("description").getAsString()).isEqualTo("pid 4711, uptime 0:01:00");
    assertThat(web.has("stoppedAt")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"state=RUNNING, 1", "'state=FATAL,STOPPED', 2", "group=shop, 2", "group=none, 0"})
  void listCanBeNarrowed(String query, int found) throws IOException {
    assertThat(api.get("/processes?" + query).list()).hasSize(found);
  }

  @Test
  void failureIsTold() throws IOException {
    assertThat(api.get("/processes/shop/a").text("lastExit")).isEqualTo("can't find command 'x'");
  }

  @Test
  void unknownProcessIsAProblem() throws IOException {
    ApiClient.Answer answer = api.get("/processes/web/none");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("fault")).isEqualTo("BAD_NAME");
    assertThat(answer.text("detail")).endsWith("web:none");
  }

  @ParameterizedTest
  @CsvSource({"start", "stop", "clear-logs"})
  void orderToAProcessIsGivenOnce(String verb) throws IOException {
    assertThat(api.post("/processes/web/web/" + verb, "").text("id")).isEqualTo("web:web");
    List<String> expected = verb.equals("clear-logs") ? List.of() : List.of(verb + " web:web");
    assertThat(site.supervisor.orders()).isEqualTo(expected);
  }

  @Test
  void restartStartsWhatDoesNotRun() throws IOException {
    site.supervisor.outcome("stop shop:b", ApiClient.refusal(Fault.NOT_RUNNING));
    assertThat(api.post("/processes/shop/b/restart", "").status()).isEqualTo(200);
    assertThat(site.supervisor.orders()).containsExactly("stop shop:b", "start shop:b");
  }

  @Test
  void restartDoesNotStartWhatCouldNotBeStopped() throws IOException {
    site.supervisor.outcome("stop shop:b", ApiClient.refusal(Fault.FAILED));
    assertThat(api.post("/processes/shop/b/restart", "").status()).isEqualTo(500);
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
    site.supervisor.outcome("start web:web", ApiClient.refusal(fault));
    ApiClient.Answer answer = api.post("/processes/web/web/start", "{}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("fault")).isEqualTo(fault.name());
  }

  @Test
  void signalIsNamedInTheBody() throws IOException {
    assertThat(api.post("/processes/web/web/signal", "{\"signal\":\"hup\"}").status())
        .isEqualTo(200);
    assertThat(api.post("/processes/web/web/signal", "{\"signal\":\"NO\"}").status())
        .isEqualTo(400);
    assertThat(api.post("/processes/web/web/signal", "").status()).isEqualTo(400);
    assertThat(site.supervisor.orders()).containsExactly("signal web:web 1");
  }

  @Test
  void selectionTellsWhatBecameOfEach() throws IOException {
    site.supervisor.outcome("stop shop:b", ApiClient.refusal(Fault.NOT_RUNNING));
    JsonArray outcomes =
        api.post("/selection/stop", "{\"processes\":[\"web:web\",\"shop:b\",\"no:ne\"]}").list();
    assertThat(outcomes)
        .extracting(each -> each.getAsJsonObject().get("status").getAsString())
        .containsExactly("SUCCESS", "NOT_RUNNING", "BAD_NAME");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{\"all\":true}; start all", "{\"processes\":[\"web\"]}; start web:web"})
  void selectionNamesProcessesOrAll(String body, String order) throws IOException {
    assertThat(api.post("/selection/start", body).status()).isEqualTo(200);
    assertThat(site.supervisor.orders()).containsExactly(order);
  }

  @Test
  void groupIsAUnit() throws IOException {
    assertThat(api.get("/groups/shop").object().getAsJsonObject("states").keySet())
        .containsExactly("FATAL", "STOPPED");
    api.post("/groups/shop/restart", "");
    assertThat(site.supervisor.orders()).containsExactly("stop group shop", "start group shop");
  }

  @Test
  void groupsCanBePutToWorkAndForgotten() throws IOException {
    assertThat(api.post("/groups/new/add", "").text("accepted")).isEqualTo("add new");
    assertThat(api.post("/groups/shop/remove", "").status()).isEqualTo(200);
    assertThat(site.supervisor.orders()).containsExactly("add group new", "remove group shop");
  }
}
