package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** Programs that do what programs should not, all at once: each costs no other anything. */
class MisbehaviourTest {
  private static final int MORE_THAN_A_PIPE_HOLDS = 300_000;

  private static final String PROGRAMS =
      Rpc.SECTIONS
          + """
          [program:closes]
          command=sh -c "exec >&- 2>&-; exec sleep 1000"

          [program:floods]
          command=yes
          stdout_logfile=%(here)s/flood.log
          stdout_logfile_maxbytes=1MB
          stdout_logfile_backups=1

          [program:deaf]
          command=sh -c "trap '' TERM INT HUP; while :; do sleep 0.1; done"
          stopwaitsecs=1

          [program:never_reads]
          command=sleep 1000

          [program:leaves]
          command=sh -c "setsid sleep 1000 & exec sleep 1000"
          killtree=true

          [program:mayfly]
          command=sleep 0.02
          startsecs=0
          autorestart=true

          [program:fine]
          command=sh -c "while :; do echo tick; sleep 0.1; done"
          stdout_logfile=%(here)s/fine.log
          """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void noneOfThemHarmsAnother() {
    Daemon daemon = sandbox.steward(PROGRAMS).start().awaitAnswer();
    for (String program : new String[] {"closes", "floods", "deaf", "never_reads", "leaves"}) {
      daemon.awaitRunning(program);
    }
    Proc fine = daemon.awaitRunning("fine");
    daemon.awaitFile("flood.log.1", "y");
    Rpc rpc = Rpc.to(daemon);
    rpc.ask("supervisor.sendProcessStdin", "never_reads", "x".repeat(MORE_THAN_A_PIPE_HOLDS));
    stopAtTheMomentOfItsEnd(rpc);
    assertThat(daemon.ctl("restart", "closes", "never_reads", "leaves").status()).isZero();
    assertThat(daemon.ctl("stop", "deaf").out()).isEqualTo("deaf: stopped\n");
    assertThat(daemon.log()).anyMatch(line -> line.message().startsWith("killing 'deaf'"));
    int ticks = daemon.read("fine.log").length() / "tick\n".length();
    daemon.awaitFile("fine.log", "tick\n".repeat(ticks + 3));
    assertThat(daemon.child("fine")).isEqualTo(fine);
    assertThat(daemon.stop()).isZero();
    assertThat(sandbox.processes()).noneMatch(Proc::isAlive);
    assertThat(daemon.log()).noneMatch(line -> line.message().contains("supervision loop:"));
  }

  /** It lives for a fiftieth of a second: some of these stops meet it as it goes. */
  private static void stopAtTheMomentOfItsEnd(Rpc rpc) {
    for (int i = 0; i < 50; i++) {
      assertThat(rpc.ask("supervisor.stopProcess", "mayfly")).containsAnyOf(">1<", "NOT_RUNNING");
      assertThat(rpc.call("supervisor.getProcessInfo", "mayfly").replaceAll("\\s", ""))
          .containsAnyOf("STOPPED", "EXITED")
          .contains("<name>pid</name><value><int>0</int>");
      rpc.call("supervisor.startProcess", "mayfly");
    }
  }
}
