package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Sandbox;

/** Programs that do what programs should not, all at once: each costs no other anything. */
class MisbehaviourTest {
  private static final String PROGRAMS =
      """
      [unix_http_server]
      file=%(here)s/s
      [rpcinterface:supervisor]
      supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
      [supervisorctl]
      serverurl=unix://%(here)s/s

      [program:closes]
      command=sh -c "exec >&- 2>&-; sleep 1000"

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

      [program:fine]
      command=sh -c "while :; do echo tick; sleep 0.1; done"
      stdout_logfile=%(here)s/fine.log
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void noneOfThemHarmsAnother() {
    Daemon daemon = sandbox.steward(PROGRAMS).start().awaitAnswer();
    daemon.awaitLog("entered RUNNING state", 6);
    daemon.awaitFile("flood.log.1", "y");
    for (int i = 0; i < 3; i++) {
      assertThat(daemon.ctl("restart", "closes", "never_reads", "leaves").status()).isZero();
    }
    assertThat(daemon.ctl("stop", "deaf").out()).isEqualTo("deaf: stopped\n");
    assertThat(daemon.ctl("status", "fine").out()).contains("RUNNING");
    int ticks = daemon.read("fine.log").length();
    daemon.awaitFile("fine.log", "tick\n".repeat(ticks / 5 + 3));
    assertThat(daemon.stop()).isZero();
    assertThat(sandbox.processes()).noneMatch(process -> process.isAlive());
  }
}
