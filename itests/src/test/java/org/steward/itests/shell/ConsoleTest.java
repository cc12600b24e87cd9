package org.steward.itests.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.AtTerminal;
import org.steward.itests.harness.AtTerminal.Step;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Sandbox;

/** {@code supervisord -n --console}: no socket is configured, and none is needed. */
class ConsoleTest {
  private static final String PROMPT = "supervisor> ";
  private static final String GREETING = "help lists the commands";

  private static final String CONFIGURATION =
      """
      [program:web]
      command=sleep 1000
      startsecs=0
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private static Command console(Daemon daemon) {
    return daemon.command("-n", "--console", "-c", daemon.file("supervisord.conf").toString());
  }

  @Test
  void commandsAreTypedAndTwiceCtrlCStopsTheDaemon() {
    Daemon daemon = sandbox.steward(CONFIGURATION);
    Command.Result result =
        AtTerminal.run(
            console(daemon),
            Step.afterAThought(PROMPT, "status web\r"),
            new Step("web  RUNNING", null),
            new Step(PROMPT, AtTerminal.CTRL_C),
            new Step("once more", AtTerminal.CTRL_C));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out()).doesNotContain("INFO");
    assertThat(daemon.read("supervisord.log")).contains("stopped: web");
  }

  @Test
  void theEndOfTheShellIsNotThatOfTheDaemonWhichCtrlCThenStops() {
    Daemon daemon = sandbox.steward(CONFIGURATION);
    Command.Result result =
        AtTerminal.run(
            console(daemon),
            Step.afterAThought(PROMPT, AtTerminal.CTRL_D),
            new Step("supervisord goes on", AtTerminal.CTRL_C));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(daemon.read("supervisord.log")).contains("stopped: web");
  }

  @Test
  void reloadOpensANewSessionThatGetsAllThatIsTyped() {
    Daemon daemon = sandbox.steward(CONFIGURATION);
    Command.Result result =
        AtTerminal.run(
            console(daemon),
            new Step(GREETING, null),
            new Step(PROMPT, "reload\r"),
            new Step(GREETING, null),
            Step.afterAThought(PROMPT, "status web\r"),
            new Step("web  RUNNING", null),
            new Step(PROMPT, "shutdown\r"));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(daemon.read("supervisord.log")).contains("stopped: web");
  }

  @Test
  void withoutATerminalTheDaemonRunsAsEver() {
    Daemon daemon = sandbox.steward(CONFIGURATION).start("--console");
    daemon.awaitLog("no shell is opened");
    daemon.awaitRunning("web");
    assertThat(daemon.stop()).isZero();
    assertThat(daemon.read("console")).contains("supervisord started with pid");
  }
}
