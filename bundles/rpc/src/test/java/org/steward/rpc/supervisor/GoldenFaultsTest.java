package org.steward.rpc.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.control.Fault;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.rpc.FakeSnapshot;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;

/** The faults Supervisor 4.2.5 was seen to answer, code and text. */
class GoldenFaultsTest {
  private final RpcBench bench = new RpcBench();

  @BeforeEach
  void populate() {
    bench.supervisor.snapshot =
        new FakeSnapshot()
            .with(FakeSnapshot.process("cat", "cat", ProcessState.RUNNING, 42, 1, 0, ""))
            .with("slow", "g:m_00", "g:m_01");
  }

  @ParameterizedTest
  @CsvSource({
    "supervisor",
    "supervisor.",
    ".",
    "supervisor.nope",
    "supervisor.getState.x",
    "supervisor._update",
    "nope.x",
    "supervisor.__init__",
    "' supervisor.getState'",
    "SUPERVISOR.getState",
    "supervisor.supervisord",
    "system._listMethods",
    "getState",
    "supervisor.requireUp",
    "supervisor.parts",
    "supervisor.guard",
    "supervisor.hashCode",
    "supervisor.getClass",
    "system.getClass",
    "supervisor.supervisord.options.warnings.linecache.os.system"
  })
  void whatIsNotPublishedIsUnknown(String method) {
    assertThat(bench.call(method)).isEqualTo(new FaultAnswer(1, "UNKNOWN_METHOD"));
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch",
    "nosuch:*",
    "nosuch:x",
    "g",
    "g:*",
    "g:",
    "g:nope",
    "''",
    "*",
    "all",
    ":",
    "cat:*"
  })
  void badNamesAreRepeatedAsGiven(String name) {
    assertThat(bench.call("supervisor.getProcessInfo", name))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: " + name));
  }

  @ParameterizedTest
  @CsvSource({
    "startProcess, startProcess, ALREADY_STARTED, 60",
    "startProcess, startProcess, SPAWN_ERROR, 50",
    "startProcess, startProcess, ABNORMAL_TERMINATION, 40",
    "startProcess, startProcess, BAD_NAME, 10",
    "stopProcess, stopProcess, NOT_RUNNING, 70",
    "addProcessGroup, addGroup, ALREADY_ADDED, 90",
    "addProcessGroup, addGroup, BAD_NAME, 10",
    "removeProcessGroup, removeGroup, STILL_RUNNING, 91",
    "startProcessGroup, startGroup, BAD_NAME, 10",
    "stopProcessGroup, stopGroup, BAD_NAME, 10",
    "clearProcessLogs, clearProcessLogs, FAILED, 30",
  })
  void faultsAboutAProcessRepeatTheClientsSpelling(
      String method, String order, Fault fault, int code) {
    bench.supervisor.fail(order, fault, "whatever the core calls it");
    assertThat(bench.call("supervisor." + method, "cat:cat"))
        .isEqualTo(new FaultAnswer(code, fault + ": cat:cat"));
  }

  @Test
  void otherFaultsKeepTheirWords() {
    bench.supervisor.fail("startProcess", Fault.NO_FILE, "can't find command '/nonexistent/x'");
    assertThat(bench.call("supervisor.startProcess", "slow"))
        .isEqualTo(new FaultAnswer(20, "NO_FILE: can't find command '/nonexistent/x'"));
    bench.supervisor.fail("rereadConfig", Fault.CANT_REREAD, "File contains parsing errors");
    assertThat(bench.call("supervisor.reloadConfig"))
        .isEqualTo(new FaultAnswer(92, "CANT_REREAD: File contains parsing errors"));
  }

  @ParameterizedTest
  @CsvSource({"nosuch:*", "nosuch:"})
  void unknownGroupsAreRepeatedAsGiven(String name) {
    bench.supervisor.fail("startGroup", Fault.BAD_NAME, "nosuch");
    assertThat(bench.call("supervisor.startProcess", name))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: " + name));
  }

  @Test
  void signalsAreChecked() {
    assertThat(bench.call("supervisor.signalProcess", "cat", "NOPE"))
        .isEqualTo(new FaultAnswer(11, "BAD_SIGNAL: NOPE"));
    assertThat(bench.call("supervisor.signalProcess", "slow", 99))
        .isEqualTo(new FaultAnswer(11, "BAD_SIGNAL: 99"));
    assertThat(bench.call("supervisor.signalProcess", "cat", ""))
        .isEqualTo(new FaultAnswer(11, "BAD_SIGNAL: "));
    assertThat(bench.call("supervisor.signalProcess", "nosuch", "NOPE"))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: nosuch"));
    assertThat(bench.call("supervisor.signalProcessGroup", "nosuch", "HUP"))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: nosuch"));
  }

  @Test
  void badSignalForManyIsAResultOfEach() {
    Object expected =
        List.of(
            Map.of("name", "cat", "group", "cat", "status", 11, "description", "BAD_SIGNAL: BAD"));
    assertThat(bench.call("supervisor.signalProcess", "cat:*", "BAD")).isEqualTo(expected);
    assertThat(bench.call("supervisor.signalAllProcesses", "BAD")).isEqualTo(expected);
    assertThat(bench.call("supervisor.signalProcess", "slow:*", "BAD")).isEqualTo(List.of());
    assertThat(bench.supervisor.orders).isEmpty();
  }

  @Test
  void inputIsCheckedBeforeTheName() {
    assertThat(bench.call("supervisor.sendProcessStdin", "nosuch", 5))
        .isEqualTo(new FaultAnswer(2, "INCORRECT_PARAMETERS: 5"));
    assertThat(bench.call("supervisor.sendProcessStdin", "g:*", "x"))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: g:*"));
    bench.supervisor.fail("sendStdin", Fault.NOT_RUNNING, null);
    assertThat(bench.call("supervisor.sendProcessStdin", "slow", "x"))
        .isEqualTo(new FaultAnswer(70, "NOT_RUNNING: slow"));
    bench.supervisor.fail("sendStdin", Fault.NO_FILE, null);
    assertThat(bench.call("supervisor.sendProcessStdin", "cat:cat", "x"))
        .isEqualTo(new FaultAnswer(20, "NO_FILE: cat:cat"));
  }

  @Test
  void missingLogsAreNamedWhereTheyHaveAName() {
    assertThat(bench.call("supervisor.readProcessStdoutLog", "cat", 0, 0))
        .isEqualTo(new FaultAnswer(20, "NO_FILE"));
    bench.supervisor.logs.put("cat:cat stderr", Path.of("/nonexistent/x.log"));
    assertThat(bench.call("supervisor.readProcessStderrLog", "cat", 0, 0))
        .isEqualTo(new FaultAnswer(20, "NO_FILE: /nonexistent/x.log"));
    assertThat(bench.call("supervisor.readProcessStdoutLog", "cat:*", 0, 0))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: cat:*"));
    assertThat(bench.call("supervisor.tailProcessStdoutLog", "nosuch", 0, 0))
        .isEqualTo(new FaultAnswer(10, "BAD_NAME: nosuch"));
    assertThat(bench.call("supervisor.tailProcessStdoutLog", "cat", 0, 0))
        .isEqualTo(List.of("", 0, false));
  }

  @Test
  void faultsOfTheMainLogHaveNoDetail() {
    assertThat(bench.call("supervisor.readLog", 0, 0)).isEqualTo(new FaultAnswer(20, "NO_FILE"));
    bench.supervisor.fail("clearActivityLog", Fault.NO_FILE, "/var/log/x");
    assertThat(bench.call("supervisor.clearLog")).isEqualTo(new FaultAnswer(20, "NO_FILE"));
    bench.supervisor.fail("clearActivityLog", Fault.FAILED, "cannot remove it");
    assertThat(bench.call("supervisor.clearLog")).isEqualTo(new FaultAnswer(30, "FAILED"));
  }

  @Test
  void wrongNumberOfArgumentsHasNoDetail() {
    FaultAnswer incorrect = new FaultAnswer(2, "INCORRECT_PARAMETERS");
    assertThat(bench.call("supervisor.getState", 1)).isEqualTo(incorrect);
    assertThat(bench.call("supervisor.startProcess")).isEqualTo(incorrect);
    assertThat(bench.call("supervisor.startProcess", "a", true, true)).isEqualTo(incorrect);
    assertThat(bench.call("supervisor.readProcessLog", "cat", 0)).isEqualTo(incorrect);
  }

  @Test
  void nothingButRemoteEventsIsServedWhileShuttingDown() {
    FaultAnswer down = new FaultAnswer(6, "SHUTDOWN_STATE");
    for (SupervisorState state : List.of(SupervisorState.SHUTDOWN, SupervisorState.RESTARTING)) {
      bench.supervisor.snapshot.state = state;
      assertThat(bench.call("supervisor.getState")).isEqualTo(down);
      assertThat(bench.call("supervisor.getAPIVersion")).isEqualTo(down);
      assertThat(bench.call("supervisor.signalAllProcesses", "HUP")).isEqualTo(down);
      assertThat(bench.call("supervisor.startProcess"))
          .isEqualTo(new FaultAnswer(2, "INCORRECT_PARAMETERS"));
      assertThat(bench.call("supervisor.sendRemoteCommEvent", "a", "b")).isEqualTo(true);
      assertThat((List<?>) bench.call("system.listMethods")).isNotEmpty();
    }
    bench.supervisor.snapshot.state = SupervisorState.FATAL;
    assertThat(bench.call("supervisor.getAPIVersion")).isEqualTo("3.0");
  }
}
