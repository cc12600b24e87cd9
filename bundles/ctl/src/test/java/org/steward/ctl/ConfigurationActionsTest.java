package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** reread, update, add, remove and avail. */
class ConfigurationActionsTest extends ServerTest {

  private static final List<Object> NONE = List.of();

  private void diff(List<Object> added, List<Object> changed, List<Object> removed) {
    server.answer("supervisor.reloadConfig", List.of(List.of(added, changed, removed)));
  }

  @Test
  void rereadListsWhatChangedByName() {
    diff(List.of("z", "b"), List.of("c"), List.of("a"));
    ctl("reread").printed(0, "a: disappeared", "b: available", "c: changed", "z: available");
  }

  @Test
  void rereadSaysThatNothingChanged() {
    diff(NONE, NONE, NONE);
    ctl("reread").printed(0, "No config updates to processes");
  }

  @Test
  void rereadTellsWhyAFileCannotBeRead() {
    server.fault("supervisor.reloadConfig", 92, "CANT_REREAD: no section");
    ctl("reread").printed(1, "ERROR: CANT_REREAD: no section");
  }

  @Test
  void rereadAndUpdateTellThatTheServerIsEnding() {
    server.fault("supervisor.reloadConfig", 6, "SHUTDOWN_STATE");
    ctl("reread").printed(1, "ERROR: supervisor shutting down");
    ctl("update").printed(1, "ERROR: already shutting down");
  }

  @Test
  void updateRemovesThenReplacesThenAdds() {
    diff(List.of("new"), List.of("edited"), List.of("old"));
    server
        .answer("supervisor.stopProcessGroup", NONE)
        .answer("supervisor.removeProcessGroup", true)
        .answer("supervisor.addProcessGroup", true);
    ctl("update")
        .printed(
            0,
            "old: stopped",
            "old: removed process group",
            "edited: stopped",
            "edited: updated process group",
            "new: added process group");
    assertThat(server.calls())
        .containsExactly(
            "config.plan()",
            "supervisor.reloadConfig()",
            "supervisor.stopProcessGroup(old)",
            "supervisor.removeProcessGroup(old)",
            "supervisor.stopProcessGroup(edited)",
            "supervisor.removeProcessGroup(edited)",
            "supervisor.addProcessGroup(edited)",
            "supervisor.addProcessGroup(new)");
  }

  @Test
  void updateKeepsAGroupThatCannotBeStopped() {
    diff(NONE, NONE, List.of("old"));
    server.answer(
        "supervisor.stopProcessGroup", List.of(FakeServer.result("old", "old", 30, "FAILED")));
    ctl("update").printed(1, "old: stopped", "old: has problems; not removing");
  }

  @Test
  void updateOfNamedGroupsLeavesOthersAlone() {
    diff(List.of("a", "b"), NONE, NONE);
    server
        .answer(
            "supervisor.getAllProcessInfo",
            List.of(FakeServer.process("c", "c", 20, "RUNNING", 1, "")))
        .answer("supervisor.addProcessGroup", true);
    ctl("update", "a", "c", "x").printed(1, "ERROR: no such group: x", "a: added process group");
    ctl("update", "a", "all").printed(0, "a: added process group", "b: added process group");
  }

  private static Map<String, Object> change(
      String group, String change, boolean stopped, String effect) {
    return Map.of(
        "group",
        group,
        "change",
        change,
        "stopped",
        stopped,
        "problem",
        "",
        "options",
        NONE,
        "processes",
        List.of(
            Map.of(
                "name",
                group + ":p",
                "effect",
                effect,
                "options",
                List.of(
                    Map.of(
                        "option", "stopwaitsecs", "before", "10", "after", "5", "effect", "live"),
                    Map.of("option", "umask", "after", "022", "effect", "restart")))));
  }

  private void plans() {
    Map<String, Object> old = change("old", "removed", true, "removed");
    Map<String, Object> whole = change("whole", "changed", true, "restart");
    Map<String, Object> live = change("live", "changed", false, "live");
    Map<String, Object> fresh = change("fresh", "added", false, "added");
    server
        .answer("config.plan", List.of(old, whole, live, fresh))
        .answer("config.update(old)", List.of(old))
        .answer("config.update(whole)", List.of(whole))
        .answer("config.update(live)", List.of(live))
        .answer("config.update(fresh)", List.of(fresh));
  }

  @Test
  void updateSaysThatAGroupStoppedOnlyWhereItDid() {
    plans();
    ctl("update")
        .printed(
            0,
            "old: stopped",
            "old: removed process group",
            "whole: stopped",
            "whole: updated process group",
            "live: updated process group",
            "fresh: added process group");
  }

  @Test
  void dryRunTellsWhatEachOptionTakes() {
    plans();
    ctl("update", "--dry-run")
        .printed(
            0,
            "old: removed",
            "  old:p: removed",
            "whole: changed",
            "  whole:p: restart",
            "    stopwaitsecs: 10 -> 5 (live)",
            "    umask: not set -> 022 (restart)",
            "live: changed",
            "  live:p: live",
            "    stopwaitsecs: 10 -> 5 (live)",
            "    umask: not set -> 022 (restart)",
            "fresh: added",
            "  fresh:p: added");
    assertThat(server.calls()).containsExactly("config.plan()");
  }

  @Test
  void dryRunIsNoUpdateWhereTheServerCannotTell() {
    ctl("update", "--dry-run").printed(1, "ERROR: this server cannot tell what an update would do");
    assertThat(server.calls()).containsExactly("config.plan()");
  }

  @Test
  void updateTellsWhatCouldNotBeDone() {
    Map<String, Object> live = new java.util.HashMap<>(change("live", "changed", false, "live"));
    live.put("problem", "FAILED: live:p could not be stopped");
    server.answer("config.plan", List.of(live)).answer("config.update", List.of(live));
    ctl("update").printed(1, "live: ERROR (FAILED: live:p could not be stopped)");
  }

  @Test
  void addTellsEachOutcome() {
    server
        .answer("supervisor.addProcessGroup", true)
        .fault("supervisor.addProcessGroup(b)", 90, "ALREADY_ADDED: b");
    ctl("add", "a", "b")
        .printed(0, "a: added process group", "ERROR: process group already active");
    server
        .fault("supervisor.addProcessGroup(c)", 10, "BAD_NAME: c")
        .fault("supervisor.addProcessGroup(d)", 6, "SHUTDOWN_STATE");
    ctl("add", "c").printed(1, "ERROR: no such process/group: c");
    ctl("add", "d").printed(1, "ERROR: shutting down");
  }

  @Test
  void removeTellsEachOutcome() {
    server
        .answer("supervisor.removeProcessGroup", true)
        .fault("supervisor.removeProcessGroup(b)", 91, "STILL_RUNNING: b")
        .fault("supervisor.removeProcessGroup(c)", 10, "BAD_NAME: c");
    ctl("remove", "a", "b", "c")
        .printed(
            1,
            "a: removed process group",
            "ERROR: process/group still running: b",
            "ERROR: no such process/group: c");
  }

  @Test
  void addAndRemoveOfNothingDoNothing() {
    ctl("add").printed(0);
    ctl("remove").printed(0);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void availListsTheConfiguredProcesses() {
    server.answer(
        "supervisor.getAllConfigInfo",
        List.of(
            Map.of(
                "group",
                "g",
                "name",
                "a",
                "inuse",
                true,
                "autostart",
                true,
                "group_prio",
                999,
                "process_prio",
                1),
            Map.of(
                "group",
                "b",
                "name",
                "b",
                "inuse",
                false,
                "autostart",
                false,
                "group_prio",
                -1,
                "process_prio",
                999)));
    ctl("avail")
        .printed(
            0,
            "g:a                              in use    auto      999:1",
            "b                                avail     manual    -1:999");
  }

  @Test
  void actionsWithoutArgumentsRefuseThem() {
    for (String action : List.of("avail", "reread", "reload", "shutdown", "version")) {
      ctl(action, "x").complained(1, "Error: " + action + " accepts no arguments");
    }
    assertThat(server.calls()).isEmpty();
  }
}
