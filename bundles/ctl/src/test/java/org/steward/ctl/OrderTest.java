package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** start, stop, restart, signal and clear: their lines and exit statuses. */
class OrderTest extends ServerTest {

  @ParameterizedTest
  @CsvSource({
    "10, 1, no such process",
    "20, 1, no such file",
    "21, 1, file is not executable",
    "40, 7, abnormal termination",
    "50, 7, spawn error",
    "60, 0, already started"
  })
  void startTellsEachFaultInItsOwnWords(int code, int status, String words) {
    server.fault("supervisor.startProcess", code, "X: web:a");
    ctl("start", "web:a").printed(status, "web:a: ERROR (" + words + ")");
  }

  @ParameterizedTest
  @CsvSource({"10, 1, no such process", "11, 1, bad signal name", "70, 0, not running"})
  void stopTellsEachFaultInItsOwnWords(int code, int status, String words) {
    server.fault("supervisor.stopProcess", code, "X: cat");
    ctl("stop", "cat").printed(status, "cat: ERROR (" + words + ")");
  }

  @Test
  void aFailedStopIsToldInTheServersWords() {
    server.fault("supervisor.stopProcess", 30, "FAILED: cannot kill cat");
    ctl("stop", "cat").printed(1, "FAILED: cannot kill cat");
  }

  @ParameterizedTest
  @CsvSource({"10, 1, no such process", "11, 1, bad signal name", "70, 7, not running"})
  void signalTellsEachFaultInItsOwnWords(int code, int status, String words) {
    server.fault("supervisor.signalProcess", code, "X: cat");
    ctl("signal", "HUP", "cat").printed(status, "cat: ERROR (" + words + ")");
  }

  @Test
  void whoMayNotOrderIsToldWhatItTakes() {
    server.fault("supervisor.stopProcess", 403, "FORBIDDEN: it takes the role operate");
    ctl("stop", "cat").printed(1, "cat: ERROR (FORBIDDEN: it takes the role operate)");
  }

  @Test
  void severalProcessesAreOrderedOneAfterTheOther() {
    server
        .answer("supervisor.startProcess", true)
        .fault("supervisor.startProcess(b)", 50, "SPAWN_ERROR: b");
    ctl("start", "a", "b", "g:c")
        .printed(7, "a: started", "b: ERROR (spawn error)", "g:c: started");
    assertThat(server.calls())
        .containsExactly(
            "supervisor.startProcess(a)",
            "supervisor.startProcess(b)",
            "supervisor.startProcess(g:c)");
  }

  @Test
  void aProcessNamedLikeItsGroupIsShownByTheShortName() {
    server.answer("supervisor.stopProcess", true);
    ctl("stop", "cat:cat").printed(0, "cat: stopped");
  }

  @Test
  void groupsAnswerALineForEachProcess() {
    server.answer(
        "supervisor.startProcessGroup",
        List.of(
            FakeServer.result("g", "a", 80, "OK"),
            FakeServer.result("g", "b", 60, "ALREADY_STARTED"),
            FakeServer.result("g", "c", 40, "ABNORMAL_TERMINATION")));
    ctl("start", "g:*")
        .printed(
            7, "g:a: started", "g:b: ERROR (already started)", "g:c: ERROR (abnormal termination)");
    assertThat(server.calls()).containsExactly("supervisor.startProcessGroup(g)");
  }

  @Test
  void anUnknownGroupSetsAStatusOfItsOwnForStart() {
    for (String method : List.of("startProcessGroup", "stopProcessGroup", "signalProcessGroup")) {
      server.fault("supervisor." + method, 10, "BAD_NAME: g");
    }
    ctl("start", "g:*").printed(2, "g: ERROR (no such group)");
    ctl("stop", "g:*").printed(1, "g: ERROR (no such group)");
    ctl("signal", "HUP", "g:*").printed(1, "g: ERROR (no such group)");
  }

  @Test
  void allMeansAllWhereverItStands() {
    server.answer(
        "supervisor.stopAllProcesses", List.of(FakeServer.result("cat", "cat", 80, "OK")));
    ctl("stop", "x", "all").printed(0, "cat: stopped");
    server.answer(
        "supervisor.signalAllProcesses(USR1)", List.of(FakeServer.result("g", "a", 80, "OK")));
    ctl("signal", "USR1", "all").printed(0, "g:a: signalled");
  }

  @Test
  void restartStopsAllThenStartsAll() {
    server
        .answer("supervisor.stopProcess", true)
        .fault("supervisor.stopProcess(b)", 70, "NOT_RUNNING: b")
        .answer("supervisor.startProcess", true);
    ctl("restart", "a", "b")
        .printed(0, "a: stopped", "b: ERROR (not running)", "a: started", "b: started");
  }

  @Test
  void clearTellsEachOutcome() {
    server
        .answer("supervisor.clearProcessLogs", true)
        .fault("supervisor.clearProcessLogs(b)", 30, "FAILED: b")
        .fault("supervisor.clearProcessLogs(c)", 10, "BAD_NAME: c")
        .fault("supervisor.clearProcessLogs(g:*)", 10, "BAD_NAME: g:*");
    ctl("clear", "a", "b", "c", "g:*")
        .printed(
            1,
            "a: cleared",
            "b: ERROR (failed)",
            "c: ERROR (no such process)",
            "g:None: ERROR (no such process)");
  }

  @Test
  void clearAllClearsAll() {
    server.answer(
        "supervisor.clearAllProcessLogs",
        List.of(FakeServer.result("a", "a", 80, "OK"), FakeServer.result("b", "b", 30, "FAILED")));
    ctl("clear", "all").printed(1, "a: cleared", "b: ERROR (failed)");
  }

  @Test
  void namesMustBeGiven() {
    ctl("start").complained(2, "Error: start requires a process name");
    ctl("stop").complained(1, "Error: stop requires a process name");
    ctl("restart").complained(1, "Error: restart requires a process name");
    ctl("clear").complained(1, "Error: clear requires a process name");
    ctl("signal", "HUP").complained(1, "Error: signal requires a signal name and a process name");
  }

  @Test
  void aFaultWithoutALineOfItsOwnEndsTheAction() {
    server
        .fault("supervisor.startProcess", 6, "SHUTDOWN_STATE")
        .answer("supervisor.stopProcess", true);
    CtlRun run = ctl("restart", "a");
    assertThat(run.out())
        .startsWith("a: stopped\nerror: restart: ")
        .contains("Unknown result code 6 for a (SHUTDOWN_STATE)");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aGroupsOtherFaultIsShownWithItsNumber() {
    server.fault("supervisor.startProcessGroup", 6, "SHUTDOWN_STATE");
    CtlRun run = ctl("start", "g:*");
    assertThat(run.out()).startsWith("error: start: ").contains("<Fault 6: 'SHUTDOWN_STATE'>");
    assertThat(run.status()).isEqualTo(1);
  }
}
