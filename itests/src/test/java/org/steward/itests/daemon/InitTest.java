package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** The daemon as process 1 of a PID namespace, as in a container. */
@NeedsRoot
class InitTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Daemon start(String configuration) {
    return sandbox
        .steward(configuration)
        .startedBy(command -> command.under("unshare", "--pid", "--fork", "--mount-proc"))
        .start();
  }

  private static Proc init(Daemon daemon) {
    return daemon.proc().children().getFirst();
  }

  @Test
  void runsProgramsAndEndsOnTermWithStatusZero() {
    Daemon daemon = start("[program:sleeper]\ncommand=sleep 1000\n");
    daemon.awaitLog("supervisord started with pid 1").awaitLog("success: sleeper");
    init(daemon).signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.story("sleeper")).contains("WARN stopped: sleeper (terminated by SIGTERM)");
    assertThat(sandbox.processes()).isEmpty();
  }

  @Test
  void reapsOrphansAndKeepsTheStatusOfItsOwnChildren() {
    Daemon daemon =
        start(
            """
            [program:breeder]
            command=sh %(ENV_PROGRAMS)s/breeder.sh
            autorestart=false

            [program:sleeper]
            command=sleep 1000
            """);
    daemon.awaitLog("exited: breeder (exit status 7; not expected)");
    daemon.awaitLog("reaped unknown pid", 2);
    Proc init = init(daemon);
    Await.until("no zombie is left", () -> init.children().stream().allMatch(Proc::isAlive));
    init.signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
  }

  @Test
  void endsWhatTheProgramsLeftBehind() {
    Daemon daemon =
        start(
            """
            [program:parent]
            command=sh -c "setsid sleep 1000 & sleep 1.5"
            autorestart=false
            """);
    daemon.awaitLog("exited: parent");
    init(daemon).signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
    assertThat(sandbox.processes()).isEmpty();
  }
}
