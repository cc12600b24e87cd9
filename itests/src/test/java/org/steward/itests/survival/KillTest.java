package org.steward.itests.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** The daemon is killed, and the next one goes on with its programs. */
@Timeout(300)
class KillTest {
  private static final int KILLS = 12;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void nothingIsLostThroughManyKills() {
    Daemon daemon = sandbox.steward(Rpc.SECTIONS + Writers.sections());
    daemon.start().awaitAnswer();
    Writers writers = Writers.of(daemon);
    for (int i = 1; i <= KILLS; i++) {
      daemon.proc().kill();
      daemon.awaitExit();
      daemon.launch();
      daemon.awaitLog("supervisord started with pid", i + 1).awaitLog("adopted: 'torn'", i);
    }
    daemon.awaitAnswer();
    writers.assertUntouched();
    assertThat(daemon.read("supervisord.log")).doesNotContain("not adopted");
    Writers.Count count = writers.stopAndCountLosses();
    assertThat(count.lost()).as("lines lost").isZero();
    assertThat(daemon.stop()).isZero();
    Figures.write(
        "kill", Map.of("kills", KILLS, "kill.lines", count.wrote(), "kill.lost", count.lost()));
  }

  @Test
  void theWatchdogStartsAnotherDaemonThatAdoptsThePrograms() {
    Daemon daemon = sandbox.steward("[program:cat]\ncommand=cat\n").startedBy(KillTest::watched);
    daemon.start();
    Proc cat = daemon.awaitRunning("cat");
    for (int i = 1; i <= 2; i++) {
      Proc running = new Proc(Long.parseLong(daemon.read("supervisord.pid").strip()));
      assertThat(running.parent()).isEqualTo(daemon.proc().pid());
      running.kill();
      daemon.awaitLog("adopted: 'cat' with pid " + cat.pid(), i);
      daemon.awaitFile(
          "console", "the daemon with pid " + running.pid() + " was killed by signal 9");
    }
    daemon.signal("USR2");
    daemon.awaitLog("received SIGUSR2");
    assertThat(daemon.stop()).isZero();
    assertThat(cat.isAlive()).isFalse();
  }

  @Test
  void theWatchdogEndsWithADaemonThatCannotStart() {
    Daemon daemon = sandbox.steward("[program:cat]\n");
    var result =
        daemon.command("--watchdog", "-c", daemon.file("supervisord.conf").toString()).run();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).doesNotContain("starting it again");
  }

  @Test
  void programsEndWithTheDaemonWhereTheConfigurationWantsIt() {
    Daemon daemon = sandbox.steward("[supervisord]\nadopt=false\n[program:cat]\ncommand=cat\n");
    daemon.start();
    Proc cat = daemon.awaitRunning("cat");
    daemon.proc().kill();
    daemon.awaitExit();
    Await.until("its stdin has ended", () -> !cat.isAlive());
  }

  /** The same with a watchdog beside it. */
  static Command watched(Command command) {
    var words = new ArrayList<>(command.words());
    words.add(1, "--watchdog");
    return new Command(words, command.directory(), command.environment());
  }
}
