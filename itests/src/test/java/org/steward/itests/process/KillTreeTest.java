package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** Whatever a program started and however it moved away, it is gone once the program is stopped. */
class KillTreeTest {
  private static final String FAMILY = "[program:family]\ncommand=sh %(ENV_PROGRAMS)s/family.sh\n";
  private static final int MEMBERS = 5;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void descendantsThatLeftTheirGroupAndSessionAreKilledWithTheProgram() {
    Daemon daemon = sandbox.steward(FAMILY + "killtree=true\n").start();
    daemon.awaitRunning("family");
    awaitFamily();
    daemon.stop();
    assertThat(family()).isEmpty();
    assertThat(daemon.read("supervisord.log")).contains("killed what 'family' (", "left behind: [");
  }

  @Test
  void aCrashedProgramsDescendantsAreGoneBeforeItStartsAgain() {
    Daemon daemon = sandbox.steward(FAMILY + "killtree=true\nautorestart=true\n").start();
    Proc first = daemon.awaitRunning("family");
    awaitFamily();
    List<Proc> old = family();
    first.kill();
    daemon.awaitLog("spawned: 'family'", 2);
    assertThat(old).noneMatch(Proc::isAlive);
    daemon.stop();
    assertThat(family()).isEmpty();
  }

  @Test
  void theyAreFoundByALaterDaemonToo() {
    Daemon daemon = sandbox.steward(FAMILY + "killtree=true\n").start();
    daemon.awaitRunning("family");
    awaitFamily();
    daemon.proc().kill();
    daemon.awaitExit();
    daemon.launch().awaitLog("adopted: 'family'");
    assertThat(family()).hasSize(MEMBERS);
    daemon.stop();
    assertThat(family()).isEmpty();
  }

  @Test
  void byDefaultTheyStayAsWithSupervisor() {
    Daemon daemon = sandbox.steward(FAMILY).start();
    daemon.awaitRunning("family");
    awaitFamily();
    daemon.stop();
    assertThat(family()).hasSize(MEMBERS - 1);
  }

  private void awaitFamily() {
    Await.until("all of the family are there", () -> family().size() == MEMBERS);
  }

  private List<Proc> family() {
    return sandbox.processes().stream()
        .filter(Proc::isAlive)
        .filter(process -> process.arguments().getLast().matches("1000|.*family.sh"))
        .toList();
  }
}
