package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.LogLine;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** What the daemon does on the signals that an operator sends it. */
class SignalsTest {

  private static final String SLEEPER =
      """
      [program:sleeper]
      command=sleep 1000
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "QUIT"})
  void stopsAllProgramsAndEndsWithStatusZero(String signal) {
    Daemon daemon = sandbox.steward(SLEEPER).start();
    daemon.awaitRunning("sleeper");
    daemon.signal(signal);
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.log().stream().map(LogLine::toString))
        .containsSubsequence(
            "WARN received SIG" + signal + " indicating exit request",
            "INFO waiting for sleeper to die",
            "WARN stopped: sleeper (terminated by SIGTERM)");
    assertThat(sandbox.processes()).isEmpty();
  }

  @Test
  void hupStopsAllAndBeginsAnewInTheSameProcess() {
    Pair pair = sandbox.pair(SLEEPER).start();
    for (Daemon daemon : List.of(pair.steward(), pair.debian())) {
      Proc before = daemon.awaitRunning("sleeper");
      daemon.configure(
          SLEEPER + "[program:added]\ncommand=sleep 1000\n[supervisord]\nloglevel=debug\n");
      daemon.signal("HUP");
      daemon.awaitRunning("added");
      daemon.awaitLog("success: sleeper", 2);
      assertThat(before.isAlive()).isFalse();
      assertThat(daemon.read("supervisord.pid")).isEqualTo(daemon.proc().pid() + "\n");
      daemon.awaitLog("supervisord started with pid " + daemon.proc().pid(), 2);
    }
    assertThat(pair.steward().story("sleeper")).isEqualTo(pair.debian().story("sleeper"));
    pair.stop();
  }

  @Test
  void aBrokenConfigurationOnHupKeepsTheOneBefore() {
    Daemon daemon = sandbox.steward(SLEEPER).start();
    daemon.awaitRunning("sleeper");
    daemon.configure("[program:sleeper]\ncommand=sleep 1000\nstartsecs=soon\n");
    daemon.signal("HUP");
    daemon.awaitLog("cannot use the changed configuration, going on with the one before");
    daemon.awaitLog("success: sleeper", 2);
    assertThat(daemon.read("supervisord.log")).contains("startsecs");
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void signalsThatMeanNothingAreIgnored() {
    Daemon daemon = sandbox.steward(SLEEPER).start();
    daemon.awaitRunning("sleeper");
    daemon.signal("WINCH");
    daemon.signal("CONT");
    daemon.signal("PIPE");
    daemon.signal("USR2");
    daemon.awaitLog("received SIGUSR2 indicating log reopen request");
    assertThat(daemon.child("sleeper").isAlive()).isTrue();
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void aHangupDuringTheShutdownIsIgnored() {
    Daemon daemon =
        sandbox
            .steward(
                """
                [program:slow]
                command=sh -c "trap 'sleep 2; exit 0' TERM; while :; do sleep 0.1; done"
                """)
            .start();
    daemon.awaitRunning("slow");
    daemon.signal("TERM");
    daemon.awaitLog("waiting for slow to die");
    daemon.signal("HUP");
    daemon.awaitLog("ignored SIGHUP indicating restart request (shutdown in progress)");
    assertThat(daemon.awaitExit()).isZero();
  }

  @Test
  void signalsThatWereBlockedOrIgnoredByTheStarterWorkAllTheSame() {
    Daemon daemon =
        sandbox
            .steward(SLEEPER)
            .startedBy(
                command ->
                    command.under(
                        "env", "--block-signal=TERM", "--ignore-signal=HUP,INT,QUIT,CHLD"))
            .start();
    Proc child = daemon.awaitRunning("sleeper");
    assertThat(child.status("SigBlk")).matches("0+");
    assertThat(child.status("SigIgn")).matches("0+");
    daemon.signal("HUP");
    daemon.awaitLog("success: sleeper", 2);
    daemon.signal("INT");
    assertThat(daemon.awaitExit()).isZero();
  }
}
