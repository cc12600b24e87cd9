package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** The daemon as process 1 of a PID namespace, as in a container. */
@NeedsRoot
class InitTest {

  private static final String[] NAMESPACE = {"unshare", "--pid", "--fork", "--mount-proc"};

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @BeforeAll
  static void unshareMustBePermitted() {
    Command.Result tried = Command.of("true").under(NAMESPACE).run();
    assumeTrue(tried.status() == 0, "no namespace may be made here: " + tried.err());
  }

  private Daemon start(String configuration) {
    return sandbox.steward(configuration).startedBy(command -> command.under(NAMESPACE)).start();
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

  @Test
  void programThatIsKilledIsStartedAgainAndOneThatIgnoresTermIsKilled() {
    Daemon daemon =
        start(
            """
            [program:victim]
            command=sleep 1000

            [program:stubborn]
            command=sh -c "trap '' TERM; while :; do sleep 1; done"
            stopwaitsecs=1
            """);
    daemon.awaitLog("success: victim").awaitLog("success: stubborn");
    child(daemon, "sleep 1000").kill();
    daemon.awaitLog("exited: victim (terminated by SIGKILL; not expected)");
    daemon.awaitLog("success: victim", 2);
    init(daemon).signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.story("stubborn")).endsWith("WARN stopped: stubborn (terminated by SIGKILL)");
    assertThat(sandbox.processes()).isEmpty();
  }

  @Test
  void anotherVersionTakesItsPlaceAsProcess1() {
    Daemon daemon = start(Rpc.SECTIONS + "[program:sleeper]\ncommand=sleep 1000\n");
    daemon.awaitLog("success: sleeper").awaitAnswer();
    Proc init = init(daemon);
    Proc sleeper = child(daemon, "sleep 1000");
    assertThat(daemon.ctl("upgrade").out()).startsWith("upgraded from");
    assertThat(daemon.ctl("pid").out()).isEqualTo("1\n");
    assertThat(init(daemon)).isEqualTo(init);
    assertThat(child(daemon, "sleep 1000")).isEqualTo(sleeper);
    init.signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.story("sleeper")).contains("WARN stopped: sleeper (terminated by SIGTERM)");
    assertThat(sandbox.processes()).isEmpty();
  }

  /** Its process as it is seen from outside. */
  private static Proc child(Daemon daemon, String command) {
    return init(daemon).children().stream()
        .filter(child -> String.join(" ", child.arguments()).endsWith(command))
        .findFirst()
        .orElseThrow();
  }
}
