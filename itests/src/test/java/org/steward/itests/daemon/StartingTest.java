package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Sandbox;

/** What the daemon finds when it starts: traces of a dead one, a live one, limits. */
class StartingTest {

  private static final String CONFIGURATION =
      """
      [unix_http_server]
      file=%(here)s/s.sock

      [rpcinterface:supervisor]
      supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

      [supervisorctl]
      serverurl=unix://%(here)s/s.sock

      [program:sleeper]
      command=sleep 1000
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void thePidFileIsThereWhileItRuns() {
    Daemon daemon = sandbox.steward(CONFIGURATION).start();
    assertThat(daemon.read("supervisord.pid")).isEqualTo(daemon.proc().pid() + "\n");
    assertThat(daemon.stop()).isZero();
    assertThat(daemon.file("supervisord.pid")).doesNotExist();
    assertThat(daemon.file("s.sock")).doesNotExist();
    assertThat(sandbox.processes()).isEmpty();
  }

  @Test
  void whatAKilledDaemonLeftIsNoHindrance() {
    Daemon daemon = sandbox.steward(CONFIGURATION).start();
    daemon.awaitRunning("sleeper");
    Await.until("it serves", () -> daemon.file("s.sock").toFile().exists());
    daemon.proc().kill();
    daemon.awaitExit();
    daemon.child("sleeper").kill();
    assertThat(daemon.file("supervisord.pid")).exists();
    assertThat(daemon.file("s.sock")).exists();

    daemon.launch();
    daemon.awaitLog("supervisord started with pid", 2);
    daemon.awaitLog("success: sleeper", 2);
    assertThat(daemon.read("supervisord.pid")).isEqualTo(daemon.proc().pid() + "\n");
    daemon.awaitAnswer();
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void aSecondDaemonOnTheSameSocketIsRefusedBeforeItStartsAnything() {
    Daemon first = sandbox.steward(CONFIGURATION).start();
    first.awaitRunning("sleeper");
    first.awaitAnswer();
    Daemon second =
        sandbox.steward(CONFIGURATION.replace("%(here)s/s.sock", first.file("s.sock").toString()));
    second.launch();
    assertThat(second.awaitExit()).isEqualTo(2);
    assertThat(second.read("console"))
        .contains("cannot listen on " + first.file("s.sock"), "another program is listening on it");
    assertThat(second.log().toString()).doesNotContain("spawned");
    assertThat(second.file("supervisord.pid")).doesNotExist();
    first.awaitAnswer();
    assertThat(first.stop()).isZero();
  }

  @Test
  void aTcpPortThatIsTakenIsRefused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Daemon daemon =
          sandbox.steward(
              "[inet_http_server]\nport=127.0.0.1:" + taken.getLocalPort() + "\n" + CONFIGURATION);
      daemon.launch();
      assertThat(daemon.awaitExit()).isEqualTo(2);
      assertThat(daemon.read("console"))
          .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
      assertThat(daemon.log().toString()).doesNotContain("spawned");
    }
  }

  @Test
  void limitsAreRaisedAsFarAsAskedFor() {
    Daemon daemon =
        sandbox
            .steward("[supervisord]\nminfds=700\nminprocs=300\n" + CONFIGURATION)
            .startedBy(command -> command.under("prlimit", "--nofile=500:5000", "--nproc=100:5000"))
            .start();
    daemon.awaitRunning("sleeper");
    assertThat(daemon.child("sleeper").limits())
        .containsPattern("Max open files +700 ")
        .containsPattern("Max processes +300 ");
    assertThat(daemon.log().toString())
        .contains("Increased RLIMIT_NOFILE limit to 700")
        .contains("Increased RLIMIT_NPROC limit to 300");
  }

  @Test
  void limitsThatCannotBeRaisedAreRefused() {
    Daemon daemon =
        sandbox
            .steward("[supervisord]\nminfds=5000\n")
            .startedBy(
                command ->
                    command.under(
                        "prlimit",
                        "--nofile=500:600",
                        "setpriv",
                        "--bounding-set=-sys_resource",
                        "--inh-caps=-sys_resource"))
            .launch();
    assertThat(daemon.awaitExit()).isEqualTo(2);
    assertThat(daemon.read("console")).contains("minfds").contains("600");
  }
}
