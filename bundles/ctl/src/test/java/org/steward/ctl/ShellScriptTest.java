package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell with commands piped into it. */
class ShellScriptTest extends ServerTest {

  private static final String STATUS =
      "cat                              RUNNING   pid 12, uptime 0:00:01\n";

  @BeforeEach
  void script() {
    server
        .answer(
            "supervisor.getAllProcessInfo",
            List.of(FakeServer.process("cat", "cat", 20, "RUNNING", 12, "pid 12, uptime 0:00:01")))
        .answer("supervisor.getPID", 4711);
  }

  private CtlRun shell(String input) {
    return CtlRun.atWithInput(server, input);
  }

  @Test
  void theStatusComesFirstAndTheEndOfTheInputLeaves() {
    shell("").printed(0, STATUS + "supervisor> ");
  }

  @Test
  void commandsRunInOrderBehindPrompts() {
    shell("pid\n\n  bogus x  \npid\n")
        .printed(
            0,
            STATUS + "supervisor> 4711",
            "supervisor> supervisor> *** Unknown syntax: bogus x",
            "supervisor> 4711",
            "supervisor> ");
  }

  @Test
  void exitLeavesWhatFollowsUnread() {
    shell("exit\npid\n").printed(0, STATUS + "supervisor> ");
    assertThat(server.calls()).containsExactly("supervisor.getAllProcessInfo()");
  }

  @Test
  void aLastLineWithoutAnEndIsRun() {
    shell("pid").printed(0, STATUS + "supervisor> 4711", "supervisor> ");
  }

  @Test
  void theNextLineAnswersAQuestion() {
    server.answer("supervisor.restart", true);
    shell("reload\nn\nreload\ny\n")
        .printed(
            0,
            STATUS
                + "supervisor> Really restart the remote supervisord process y/N? supervisor> Really restart the remote"
                + " supervisord process y/N? Restarted supervisord",
            "supervisor> ");
  }

  @Test
  void aQuestionWithoutAnAnswerIsAnError() {
    assertThat(shell("shutdown\n").out()).contains("y/N? error: shutdown: ");
    assertThat(server.calls()).doesNotContain("supervisor.shutdown()");
  }

  @Test
  void eachCommandHasAConnectionOfItsOwn() {
    shell("pid\npid\n");
    assertThat(server.connections()).isEqualTo(3);
  }

  @Test
  void openTurnsToAnotherServerForGood() throws Exception {
    try (FakeServer other = FakeServer.onTcp()) {
      other.answer("supervisor.getAllProcessInfo", List.of()).answer("supervisor.getPID", 99);
      shell("open " + other.url() + "\npid\n")
          .printed(0, STATUS + "supervisor> supervisor> 99", "supervisor> ");
    }
  }
}
