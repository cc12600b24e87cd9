package org.steward.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.Kind;
import org.steward.api.control.UpdatePlan.OptionChange;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.api.process.ProcessId;

class ConfigNamespaceTest {
  private static final Map<String, Object> WEB =
      Map.of(
          "group",
          "web",
          "change",
          "changed",
          "stopped",
          true,
          "options",
          List.of(),
          "processes",
          List.of(
              Map.of(
                  "name",
                  "web:a",
                  "effect",
                  "restart",
                  "options",
                  List.of(Map.of("option", "directory", "after", "/srv", "effect", "restart")))));

  private final RpcBench bench = new RpcBench();

  @BeforeEach
  void plan() {
    bench.stack.registry().add("config", new ConfigNamespace(bench.supervisor));
    OptionChange option = new OptionChange("directory", null, "/srv", ChangeEffect.RESTART);
    bench.supervisor.plan =
        new UpdatePlan(
            List.of(
                new GroupChange(
                    "web",
                    Kind.CHANGED,
                    List.of(),
                    List.of(
                        new ProcessChange(
                            new ProcessId("web", "a"), ChangeEffect.RESTART, List.of(option))),
                    0)));
  }

  @Test
  void thePlanIsMadeFromFilesReadAnew() {
    assertThat(bench.call("config.plan")).isEqualTo(List.of(WEB));
    assertThat(bench.supervisor.orders).containsExactly("rereadConfig", "updatePlan");
  }

  @Test
  void anUpdateTellsWhatBecameOfEachGroup() {
    Map<String, Object> done = new java.util.HashMap<>(WEB);
    done.put("problem", "why");
    assertThat(bench.call("config.update", List.of("web", "x"))).isEqualTo(List.of(done));
    assertThat(bench.supervisor.orders).containsExactly("update [web, x]");
  }
}
