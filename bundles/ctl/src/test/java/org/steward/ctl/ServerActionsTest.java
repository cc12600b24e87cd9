package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** pid, version, open, shutdown, reload, help and what is none of these. */
class ServerActionsTest extends ServerTest {

  @Test
  void pidShowsTheServersOrTheProcesses() {
    server
        .answer("supervisor.getPID", 4711)
        .answer(
            "supervisor.getProcessInfo(cat)",
            FakeServer.process("cat", "cat", 20, "RUNNING", 12, ""))
        .answer(
            "supervisor.getProcessInfo(dead)",
            FakeServer.process("dead", "dead", 0, "STOPPED", 0, ""))
        .fault("supervisor.getProcessInfo(nope)", 10, "BAD_NAME: nope")
        .answer(
            "supervisor.getAllProcessInfo",
            List.of(
                FakeServer.process("cat", "cat", 20, "RUNNING", 12, ""),
                FakeServer.process("dead", "dead", 0, "STOPPED", 0, "")));
    ctl("pid").printed(0, "4711");
    ctl("pid", "cat").printed(0, "12");
    ctl("pid", "dead").printed(7, "0");
    ctl("pid", "nope").printed(1, "No such process nope");
    ctl("pid", "all").printed(0, "12", "0");
  }

  @Test
  void versionIsTheServers() {
    server.answer("supervisor.getSupervisorVersion", "4.2.5");
    ctl("version").printed(0, "4.2.5");
  }

  @Test
  void shutdownAndReloadAskNobodyWithoutAShell() {
    server.answer("supervisor.shutdown", true).answer("supervisor.restart", true);
    ctl("shutdown").printed(0, "Shut down");
    ctl("reload").printed(0, "Restarted supervisord");
  }

  @Test
  void aServerThatIsEndingAlreadySaysSo() {
    server
        .fault("supervisor.shutdown", 6, "SHUTDOWN_STATE")
        .fault("supervisor.restart", 6, "SHUTDOWN_STATE");
    ctl("shutdown").printed(0, "ERROR: already shutting down");
    ctl("reload").printed(1, "ERROR: already shutting down");
  }

  @Test
  void interactiveRunsAskBeforeTheServerIsEnded() {
    server.answer("supervisor.shutdown", true);
    String question = "Really shut the remote supervisord process down y/N? ";
    assertThat(CtlRun.atWithInput(server, "no\n", "-i", "shutdown").out()).isEqualTo(question);
    assertThat(server.calls()).isEmpty();
    assertThat(CtlRun.atWithInput(server, "Yes\n", "-i", "shutdown").out())
        .isEqualTo(question + "Shut down\n");
  }

  @Test
  void openShowsTheOtherServersStatusAndKeepsTheExitStatus() throws Exception {
    try (FakeServer other = FakeServer.onTcp()) {
      other.answer(
          "supervisor.getAllProcessInfo",
          List.of(FakeServer.process("web", "web", 0, "STOPPED", 0, "Not started")));
      ctl("open", other.url()).printed(0, "web                              STOPPED   Not started");
    }
    ctl("open", "ftp://x").printed(1, "ERROR: url must be http:// or unix://");
    ctl("open").printed(1, "ERROR: url must be http:// or unix://");
  }

  @Test
  void helpListsTheActionsInColumns() {
    CtlRun run = ctl("help");
    assertThat(run.out().lines().skip(3).limit(4))
        .containsExactly(
            "add    exit      open  reload  restart   start   tail   ",
            "avail  fg        pid   remove  shutdown  status  update ",
            "clear  maintail  quit  reread  signal    stop    version",
            "");
    assertThat(ctl("?").out()).isEqualTo(run.out());
  }

  @Test
  void helpExplainsEveryAction() {
    for (String name :
        ctl("help")
            .out()
            .lines()
            .filter(row -> !row.contains("commands") && !row.startsWith("=="))
            .flatMap(row -> List.of(row.strip().split(" +")).stream())
            .toList()) {
      if (!name.isEmpty()) {
        assertThat(ctl("help", name).out()).startsWith(name).doesNotContain("***");
      }
    }
    ctl("help", "nope").printed(0, "*** No help on nope");
  }

  @Test
  void whatIsNoActionIsUnknownSyntax() {
    ctl("bogus", "x").printed(1, "*** Unknown syntax: bogus x");
    ctl("!ls").printed(1, "*** Unknown syntax: !ls");
    ctl("-").printed(1, "*** Unknown syntax: -");
  }

  @Test
  void leavingWithoutAShellPrintsAnEmptyLine() {
    ctl("exit").printed(0, "");
    ctl("quit").printed(0, "");
    ctl("EOF").printed(0, "");
  }
}
