package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Actions that the server's plugins offer. */
class PluginActionsTest extends ServerTest {

  private void offer(String name, Map<String, Object> answer) {
    server
        .answer("plugins.ctlCommands", List.of(name))
        .answer("plugins.ctlCommandHelp(" + name + ")", name + " <x>\tDo it")
        .answer("plugins.runCtlCommand", answer);
  }

  /** The call as the server notes it. */
  private static String run(String... arguments) {
    return "plugins.runCtlCommand(cache_store, " + String.join(", ", arguments) + ")";
  }

  @Test
  void anActionOfAPluginRunsOnTheServerAndItsTextAndStatusComeBack() {
    offer("cache_store", Map.of("status", 3, "text", "two\nlines"));
    ctl("cache_store", "key", "two words", "007", "true").printed(3, "two", "lines");
    assertThat(server.calls()).last().isEqualTo(run("key", "two words", "007", "true"));
  }

  @Test
  void inTheShellQuotesKeepItsWordsTogether() {
    offer("cache_store", Map.of("status", 0, "text", ""));
    server.answer("supervisor.getAllProcessInfo", List.of());
    CtlRun.atWithInput(server, "cache_store 'a b' 12\n");
    assertThat(server.calls()).contains(run("a b", "12"));
  }

  @Test
  void helpListsAndExplainsIt() {
    offer("cache_store", Map.of());
    assertThat(ctl("help").out())
        .contains("commands of plugins (type help <action>):", "cache_store");
    ctl("help", "cache_store").printed(0, "cache_store <x>\tDo it");
  }

  @Test
  void builtInActionsComeFirstAndAskNobody() {
    offer("version", Map.of("status", 0, "text", "a plugin's"));
    server.answer("supervisor.getSupervisorVersion", "4.2.5");
    ctl("version").printed(0, "4.2.5");
    assertThat(server.calls()).noneMatch(call -> call.startsWith("plugins."));
  }

  @Test
  void aServerWithoutPluginsHasOnlyTheBuiltInActions() {
    assertThat(ctl("help").out()).doesNotContain("commands of plugins");
    ctl("cache_store", "x").printed(1, "*** Unknown syntax: cache_store x");
  }

  @Test
  void whereThereAreNoPluginsThatIsSaid() {
    server.answer("plugins.list", List.of());
    ctl("plugins").printed(0, "no plugins");
  }

  @Test
  void pluginsAreShownWithTheirStateAndReason() {
    server.answer(
        "plugins.list",
        List.of(plugin("cache", "1.0.0", "ACTIVE", ""), plugin("bad.jar", "", "FAILED", "no jar")));
    ctl("plugins")
        .printed(
            1,
            "cache                           1.0.0       ACTIVE",
            "bad.jar                                     FAILED    no jar");
  }

  private static Map<String, Object> plugin(
      String name, String version, String state, String reason) {
    return Map.of("name", name, "version", version, "state", state, "reason", reason, "file", "");
  }
}
