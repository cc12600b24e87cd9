package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** An update disturbs what has to be disturbed, and nothing else. */
class UpdateTest {
  private static final String CLIENT =
      """
      [unix_http_server]
      file=%(here)s/s
      [rpcinterface:supervisor]
      supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
      [supervisorctl]
      serverurl=unix://%(here)s/s
      """;

  private static final String TICKER = "command=sh -c 'while echo tick; do sleep 0.05; done'\n";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void logsMoveUnderARunningProgramAndNothingItWritesIsLost() {
    Daemon daemon =
        sandbox.steward(
            CLIENT
                + "[program:count]\ncommand=sh -c 'i=0; while :; do i=$((i+1)); echo $i; sleep 0.002; done'\n"
                + "stdout_logfile=%(here)s/one\n");
    daemon.start().awaitAnswer();
    Proc count = daemon.awaitRunning("count");
    daemon.configure(
        CLIENT
            + "[program:count]\ncommand=sh -c 'i=0; while :; do i=$((i+1)); echo $i; sleep 0.002; done'\n"
            + "stdout_logfile=%(here)s/two\nstopwaitsecs=3\n");
    assertThat(daemon.ctl("update", "--dry-run").out())
        .isEqualTo(
            """
            count: changed
              count:count: live
                stopwaitsecs: 10 -> 3 (live)
                stdout_logfile: %1$s/one -> %1$s/two (live)
            """
                .formatted(daemon.folder()));
    assertThat(daemon.ctl("update").out()).isEqualTo("count: updated process group\n");
    daemon.awaitFile("two", "\n");
    assertThat(count.isAlive()).isTrue();
    assertThat(daemon.ctl("reread").out()).isEqualTo("No config updates to processes\n");
    daemon.stop();
    String[] lines = (daemon.read("one") + daemon.read("two")).split("\n");
    for (int i = 0; i < lines.length; i++) {
      assertThat(lines[i]).isEqualTo(Integer.toString(i + 1));
    }
  }

  @Test
  void onlyTheProcessesThatComeAndGoAreTouched() {
    String program = "[program:w]\n" + TICKER + "process_name=%(program_name)s_%(process_num)d\n";
    Daemon daemon = sandbox.steward(CLIENT + program + "numprocs=3\n").start().awaitAnswer();
    Proc first = daemon.awaitRunning("w_0");
    Proc third = daemon.awaitRunning("w_2");
    daemon.configure(CLIENT + program + "numprocs=2\n");
    assertThat(daemon.ctl("update").out()).isEqualTo("w: updated process group\n");
    assertThat(third.isAlive()).isFalse();
    daemon.configure(CLIENT + program + "numprocs=4\n");
    assertThat(daemon.ctl("update").out()).isEqualTo("w: updated process group\n");
    daemon.awaitRunning("w_3");
    assertThat(first.isAlive()).isTrue();
    assertThat(daemon.ctl("status").out().lines()).hasSize(4).allMatch(l -> l.contains("RUNNING"));
  }

  @Test
  void aReloadRestartsAll() {
    Daemon daemon = sandbox.steward(CLIENT + "[program:w]\n" + TICKER).start().awaitAnswer();
    Proc first = daemon.awaitRunning("w");
    daemon.ctl("reload");
    Await.until("it is started again", () -> daemon.child("w").pid() != first.pid());
    assertThat(first.isAlive()).isFalse();
  }

  @Test
  void theTalkIsSupervisorsWhereWholeGroupsAreReplacedWithAnyClientOfAnyServer() {
    String before =
        "[program:same]\n" + TICKER + "[program:other]\n" + TICKER + "[program:gone]\n" + TICKER;
    String after =
        "[program:same]\n"
            + TICKER
            + "[program:other]\n"
            + TICKER
            + "umask=077\n[program:new]\n"
            + TICKER;
    Pair pair = sandbox.pair(CLIENT + before).start().awaitLog("entered RUNNING state", 3);
    pair.steward().awaitAnswer();
    pair.debian().awaitAnswer();
    pair.steward().configure(CLIENT + after);
    pair.debian().configure(CLIENT + after);
    Command.Result debian = pair.debian().ctl("update");
    assertThat(pair.steward().ctl("update")).isEqualTo(debian);
    assertThat(debian.out()).contains("other: updated process group");
  }

  @Test
  void debiansClientUpdatesAsItAlwaysDid() {
    Daemon daemon =
        sandbox
            .steward(CLIENT + "[program:w]\n" + TICKER + "[program:x]\n" + TICKER)
            .start()
            .awaitAnswer();
    Proc first = daemon.awaitRunning("w");
    Proc untouched = daemon.awaitRunning("x");
    daemon.configure(CLIENT + "[program:w]\n" + TICKER + "stopwaitsecs=3\n[program:x]\n" + TICKER);
    String file = daemon.file("supervisord.conf").toString();
    assertThat(sandbox.command("/usr/bin/supervisorctl", "-c", file, "update").run().out())
        .isEqualTo("w: stopped\nw: updated process group\n");
    assertThat(first.isAlive()).isFalse();
    assertThat(untouched.isAlive()).isTrue();
    daemon.awaitLog("success: w entered RUNNING state", 2);
  }

  @Test
  void ourClientUpdatesDebiansServer() {
    Daemon daemon = sandbox.debian(CLIENT + "[program:w]\n" + TICKER).start().awaitAnswer();
    daemon.configure(CLIENT + "[program:w]\n" + TICKER + "stopwaitsecs=3\n");
    Daemon ours = sandbox.steward("");
    String file = daemon.file("supervisord.conf").toString();
    String ctl = ours.command().words().getFirst().replaceFirst("supervisord$", "supervisorctl");
    assertThat(sandbox.command(ctl, "-c", file, "update").run().out())
        .isEqualTo("w: stopped\nw: updated process group\n");
  }
}
