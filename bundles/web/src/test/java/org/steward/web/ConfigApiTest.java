package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.Kind;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

/** The configuration and its updates by the JSON API. */
class ConfigApiTest {
  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final ApiClient api = new ApiClient(site);

  @BeforeEach
  void open() {
    site.supervisor
        .with("web", "web", ProcessState.RUNNING, "")
        .with("shop", "a", ProcessState.FATAL, "")
        .with("shop", "b", ProcessState.STOPPED, "");
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
    JsonObject settings = api.get("/processes/web/web/config").object();
    assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain("pw@");
    assertThat(settings.getAsJsonObject("values").get("command").getAsString()).isEqualTo("run");
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
    assertThat(api.get("/processes/web/web/config").object().getAsJsonObject("origins").toString())
        .isEqualTo("{\"command\":\"/etc/web.conf:7\"}");
    assertThat(api.get("/config").list().toString())
        .contains("/etc/web.conf:7")
        .doesNotContain("s3cret");
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
  void planShowsEachOptionThatDiffers() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(
            List.of(
                change("old", Kind.REMOVED, ChangeEffect.REMOVED),
                change("web", Kind.CHANGED, ChangeEffect.RESTART),
                change("new", Kind.ADDED, ChangeEffect.ADDED)));
    JsonArray groups = api.post("/config/reread", "").object().getAsJsonArray("groups");
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
    String plan = api.post("/config/reread", "").text("plan");
    JsonArray done = api.post("/config/update", "{\"plan\":\"" + plan + "\"}").list();
    assertThat(done).hasSize(2);
    assertThat(site.supervisor.orders()).containsExactly("update shop web");
  }

  @Test
  void updateRefusesAPlanThatIsStale() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(List.of(change("web", Kind.CHANGED, ChangeEffect.RESTART)));
    site.supervisor.read = List.of(settings("web", "b", "y"));
    String plan = api.post("/config/reread", "").text("plan");
    site.supervisor.read = List.of(settings("web", "c", "y"));
    assertThat(api.post("/config/update", "{\"plan\":\"" + plan + "\"}").status()).isEqualTo(409);
    assertThat(site.supervisor.orders()).isEmpty();
  }

  @Test
  void updateCanBeLimitedToSomeGroups() throws IOException {
    site.supervisor.plan =
        new UpdatePlan(
            List.of(
                change("a", Kind.ADDED, ChangeEffect.ADDED),
                change("b", Kind.ADDED, ChangeEffect.ADDED)));
    site.supervisor.outcome("update b", ApiClient.refusal(Fault.FAILED));
    JsonArray done = api.post("/config/update", "{\"groups\":[\"b\"]}").list();
    assertThat(done).hasSize(1);
    assertThat(done.get(0).getAsJsonObject().get("done").getAsBoolean()).isFalse();
    assertThat(site.supervisor.orders()).containsExactly("update b");
  }
}
