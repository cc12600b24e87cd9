package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.AtTerminal;
import org.steward.itests.harness.AtTerminal.Step;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** Our supervisorctl as a person has it. */
class TerminalTest {
  private static final String PROMPT = "supervisor> ";
  private static final String UP = "\u001b[A";
  private static final String UP_OF_APPLICATIONS = "\u001bOA";
  private static final String CLEAR_LINE = "\u0001\u000b";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Daemon daemon;

  @BeforeEach
  void start() {
    daemon =
        sandbox
            .steward(
                Rpc.SECTIONS
                    + """
                    [program:echo]
                    command=sh -c 'while read word; do echo "heard $word"; done'
                    startsecs=0
                    [program:off]
                    command=sleep 1000
                    startsecs=0
                    autostart=false
                    """)
            .start();
    daemon.awaitRunning("echo");
  }

  private Command ctl(String... arguments) {
    return daemon.supervisorctl(Implementation.STEWARD, arguments);
  }

  @Test
  void wordsAreCompletedLinesRecalledAndCtrlDLeaves() {
    Command.Result result =
        AtTerminal.run(
            ctl(),
            new Step(PROMPT, "star\tof\t\r"),
            new Step("off: started\n", null),
            new Step(PROMPT, UP),
            new Step("start off", CLEAR_LINE + "pid off\r"),
            new Step(PROMPT, UP_OF_APPLICATIONS + UP_OF_APPLICATIONS),
            new Step("start off", CLEAR_LINE + AtTerminal.CTRL_D));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void ctrlCEndsWhatIsFollowedAndNotTheShell() {
    Command.Result result =
        AtTerminal.run(
            ctl(),
            new Step(PROMPT, "fg echo\r"),
            new Step("Ctrl-C to exit <==\n", "word\r"),
            new Step("heard word\n", AtTerminal.CTRL_C),
            new Step("Exiting foreground\n" + PROMPT, "tail -f echo\r"),
            new Step("heard word\n", AtTerminal.CTRL_C),
            new Step(PROMPT, "maintail -f\r"),
            new Step("echo entered RUNNING", AtTerminal.CTRL_C),
            new Step(PROMPT, "version\r"),
            new Step("4.3.0\n", null),
            new Step(PROMPT, AtTerminal.CTRL_C));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void ctrlCEndsActionsOfTheCommandLineToo() {
    for (String action : new String[] {"fg echo", "tail -f echo", "maintail -f"}) {
      Command.Result result =
          AtTerminal.run(
              ctl(action.split(" ")), new Step("Ctrl-C to exit <==\n", AtTerminal.CTRL_C));
      assertThat(result.err()).as(action).isEmpty();
      assertThat(result.status()).as(action).isZero();
    }
  }

  @Test
  void historyIsKeptForItsUserAlone() throws IOException {
    String history = daemon.file("history").toString();
    for (String line : new String[] {"pid off", "pid echo"}) {
      AtTerminal.run(
          ctl("-r", history), new Step(PROMPT, line + "\r"), new Step(PROMPT, AtTerminal.CTRL_D));
    }
    assertThat(daemon.read("history")).isEqualTo("pid off\npid echo\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(daemon.file("history"))))
        .isEqualTo("rw-------");
    Command.Result again =
        AtTerminal.run(
            ctl("-r", history),
            new Step(PROMPT, UP + UP + "\r"),
            new Step("\n0\n" + PROMPT, AtTerminal.CTRL_D));
    assertThat(again.err()).isEmpty();
    assertThat(again.status()).isZero();
  }

  @Test
  void aHistoryThatCannotBeKeptIsSaidOnceAndTheShellRuns() {
    Command.Result result =
        AtTerminal.run(
            ctl("-r", "/proc/none/history"),
            new Step(PROMPT, "version\r"),
            new Step("4.3.0\n" + PROMPT, AtTerminal.CTRL_D));
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .containsOnlyOnce("Cannot keep a history in /proc/none/history: expected a file")
        .doesNotContain("Exception");
  }
}
