package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** Which processes of a program with workers a stop ends, and which it leaves. */
class StoppingTest {

  private static final String PROGRAMS =
      """
      [program:alone]
      command=sh %(ENV_PROGRAMS)s/workers.sh

      [program:together]
      command=sh %(ENV_PROGRAMS)s/workers.sh
      stopasgroup=true

      [program:deaf_alone]
      command=sh %(ENV_PROGRAMS)s/workers.sh deaf
      stopwaitsecs=1

      [program:deaf_together]
      command=sh %(ENV_PROGRAMS)s/workers.sh deaf
      stopwaitsecs=1
      killasgroup=true
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static final Map<String, List<Proc>> LEFT = new HashMap<>();
  private static Pair pair;

  @BeforeAll
  static void runAndStop() {
    pair = SANDBOX.pair(PROGRAMS).start().awaitLog("entered RUNNING state", 4);
    Map<String, Long> groups = new HashMap<>();
    for (String program : "alone together deaf_alone deaf_together".split(" ")) {
      groups.put("steward " + program, pair.steward().child(program).pid());
      groups.put("debian " + program, pair.debian().child(program).pid());
    }
    pair.stop();
    groups.forEach(
        (name, group) ->
            LEFT.put(
                name,
                SANDBOX.processes().stream()
                    .filter(process -> process.isAlive() && process.group() == group)
                    .toList()));
  }

  private static void assertLeft(String program, int workers) {
    assertThat(LEFT.get("debian " + program)).hasSize(workers);
    assertThat(LEFT.get("steward " + program)).hasSize(workers);
    pair.assertSameStory(program);
  }

  @Test
  void theStopSignalGoesToTheProcessAlone() {
    assertLeft("alone", 2);
  }

  @Test
  void stopasgroupSendsItToTheWorkersToo() {
    assertLeft("together", 0);
  }

  @Test
  void theKillGoesToTheProcessAlone() {
    assertLeft("deaf_alone", 2);
  }

  @Test
  void killasgroupKillsTheWorkersToo() {
    assertLeft("deaf_together", 0);
  }
}
