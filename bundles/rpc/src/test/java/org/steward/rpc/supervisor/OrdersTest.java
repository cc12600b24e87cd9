package org.steward.rpc.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.rpc.RpcAnswer;
import org.steward.rpc.FakeSnapshot;
import org.steward.rpc.RpcBench;

/** What each method asks of the supervisor, and what it answers when that succeeds. */
class OrdersTest {
  private final RpcBench bench = new RpcBench();

  @BeforeEach
  void populate() {
    bench.supervisor.snapshot =
        new FakeSnapshot()
            .with(FakeSnapshot.process("cat", "cat", ProcessState.RUNNING, 42, 1, 0, ""))
            .with("g:b", "g:a");
  }

  private void expect(Object answer, String order, String method, Object... params) {
    bench.supervisor.orders.clear();
    assertThat(bench.call("supervisor." + method, params)).isEqualTo(answer);
    assertThat(bench.supervisor.orders).containsExactly(order);
  }

  @Test
  void startsAndStops() {
    expect(true, "startProcess cat:cat true", "startProcess", "cat");
    expect(true, "startProcess g:a false", "startProcess", "g:a", false);
    expect(true, "startProcess g:a false", "startProcess", "g:a", 0);
    expect(true, "startProcess g:a true", "startProcess", "g:a", 1);
    expect(true, "startProcess g:x:y true", "startProcess", "g:x:y");
    expect(true, "stopProcess cat:cat true", "stopProcess", "cat");
    expect(true, "stopProcess cat:cat false", "stopProcess", "cat:cat", false);
  }

  @ParameterizedTest
  @CsvSource({"start", "stop"})
  void groupsAndAll(String verb) {
    bench.supervisor.outcomes =
        List.of(
            new ProcessOutcome(new ProcessId("g", "a"), Fault.SUCCESS, "OK"),
            new ProcessOutcome(new ProcessId("g", "b"), Fault.SPAWN_ERROR, "SPAWN_ERROR: g:b"));
    Object answer =
        List.of(
            Map.of("name", "a", "group", "g", "status", 80, "description", "OK"),
            Map.of("name", "b", "group", "g", "status", 50, "description", "SPAWN_ERROR: g:b"));
    expect(answer, verb + "Group g true", verb + "ProcessGroup", "g");
    expect(answer, verb + "Group g false", verb + "ProcessGroup", "g", false);
    expect(answer, verb + "Group g true", verb + "Process", "g:*");
    expect(answer, verb + "Group g false", verb + "Process", "g:", false);
    expect(answer, verb + "All true", verb + "AllProcesses");
    expect(answer, verb + "All false", verb + "AllProcesses", false);
  }

  @Test
  void outcomesHaveSupervisorsOrderOfMembers() {
    bench.supervisor.outcomes =
        List.of(new ProcessOutcome(new ProcessId("g", "a"), Fault.SUCCESS, "OK"));
    Map<?, ?> outcome =
        (Map<?, ?>) ((List<?>) bench.call("supervisor.stopAllProcesses")).getFirst();
    assertThat(outcome.keySet()).hasToString("[name, group, status, description]");
  }

  @ParameterizedTest
  @CsvSource({
    "HUP, 1",
    "hup, 1",
    "SIGHUP, 1",
    "' sigwinch ', 28",
    "1, 1",
    "' 15', 15",
    "0, 0",
    "CLD, 17",
    "IOT, 6",
    "POLL, 29",
    "RTMIN, 34",
    "SIGRTMAX, 64",
    "STKFLT, 16",
    "SYS, 31"
  })
  void signalsAreTakenByNameOrNumber(String signal, int number) {
    expect(true, "signalProcess cat:cat " + number, "signalProcess", "cat", signal);
  }

  @Test
  void signalsMayBeAnyKindOfNumber() {
    expect(true, "signalProcess cat:cat 9", "signalProcess", "cat", 9);
    expect(true, "signalProcess cat:cat 28", "signalProcess", "cat", 28.0);
    expect(true, "signalProcess cat:cat 1", "signalProcess", "cat", true);
    expect(List.of(), "signalGroup g 9", "signalProcess", "g:*", 9);
    expect(List.of(), "signalGroup g 9", "signalProcessGroup", "g", "KILL");
    expect(List.of(), "signalAll 10", "signalAllProcesses", "USR1");
  }

  @ParameterizedTest
  @CsvSource({"33", "35", "65", "-1", "4294967297", "RTMIN+1", "FOO", "SIG"})
  void whatIsNoSignalIsRefused(String signal) {
    assertThat(bench.call("supervisor.signalProcess", "cat", signal))
        .hasToString("FaultAnswer[code=11, text=BAD_SIGNAL: " + signal + "]");
  }

  @Test
  void sendsInputAndEvents() {
    expect(true, "sendStdin cat:cat \u00FC\n", "sendProcessStdin", "cat", "\u00FC\n");
    expect(true, "sendStdin cat:cat raw", "sendProcessStdin", "cat", new byte[] {'r', 'a', 'w'});
    expect(true, "sendRemoteCommEvent kind data", "sendRemoteCommEvent", "kind", "data");
  }

  @Test
  void changesTheRunningSet() {
    expect(true, "addGroup g", "addProcessGroup", "g");
    expect(true, "removeGroup g", "removeProcessGroup", "g");
    expect(true, "shutdown", "shutdown");
    expect(true, "restart", "restart");
    bench.supervisor.diff = new ConfigDiff(List.of("new"), List.of("other"), List.of("old", "x"));
    expect(
        List.of(List.of(List.of("new"), List.of("other"), List.of("old", "x"))),
        "rereadConfig",
        "reloadConfig");
  }

  @Test
  void clearsLogs() {
    expect(true, "clearActivityLog", "clearLog");
    expect(true, "clearProcessLogs g:a", "clearProcessLogs", "g:a");
    expect(true, "clearProcessLogs cat:cat", "clearProcessLog", "cat");
  }

  @Test
  void clearsAllLogsByPriorityAndTellsOfEach() {
    bench.supervisor.snapshot =
        new FakeSnapshot()
            .with(FakeSnapshot.prioritized(FakeSnapshot.process("g", "late"), 999))
            .with(FakeSnapshot.prioritized(FakeSnapshot.process("g", "early"), 1));
    bench.supervisor.fail("clearProcessLogs", Fault.FAILED, "disk on fire");
    assertThat(bench.call("supervisor.clearAllProcessLogs"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "early", "group", "g", "status", 30, "description", "FAILED: g:early"),
                Map.of(
                    "name", "late", "group", "g", "status", 30, "description", "FAILED: g:late")));
    assertThat(bench.supervisor.orders)
        .containsExactly("clearProcessLogs g:early", "clearProcessLogs g:late");
  }

  @Test
  void waitingForAProcessHoldsNoThread() {
    bench.supervisor.hold();
    CompletionStage<RpcAnswer> answer = bench.begin("supervisor.startProcess", "cat");
    assertThat(answer.toCompletableFuture()).isNotDone();
    bench.supervisor.fail("startProcess", Fault.ABNORMAL_TERMINATION, "cat");
    bench.supervisor.release();
    assertThat(RpcBench.value(answer)).isEqualTo(true);
  }

  @Test
  void tellsAboutTheDaemon() {
    assertThat(bench.call("supervisor.getAPIVersion")).isEqualTo("3.0");
    assertThat(bench.call("supervisor.getVersion")).isEqualTo("3.0");
    assertThat(bench.call("supervisor.getSupervisorVersion")).isEqualTo("4.3.0");
    assertThat(bench.call("supervisor.getIdentification")).isEqualTo("fake");
    assertThat(bench.call("supervisor.getPID")).isEqualTo(4711);
    assertThat(bench.call("supervisor.getState")).hasToString("{statecode=1, statename=RUNNING}");
  }

  /** The order is that of Supervisor 4.4's source; 4.2.5 has it without autorestart. */
  @Test
  void tellsTheConfigurationInSupervisorsOrder() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("command", "/bin/cat");
    values.put("exitcodes", List.of(0, 2));
    values.put("autostart", true);
    values.put("future_key", "x");
    bench.supervisor.configs =
        List.of(
            new ConfigInfo(new ProcessId("z", "b"), true, 5, values),
            new ConfigInfo(new ProcessId("a", "c"), false, 999, Map.of()),
            new ConfigInfo(new ProcessId("g", "a"), true, 999, Map.of()));
    List<?> infos = (List<?>) bench.call("supervisor.getAllConfigInfo");
    assertThat(infos)
        .extracting(info -> ((Map<?, ?>) info).get("name"))
        .isEqualTo(List.of("a", "b", "c"));
    assertThat(infos.get(1))
        .hasToString(
            "{autostart=true, autorestart=none, directory=none, uid=none, command=/bin/cat,"
                + " exitcodes=[0, 2], group=z, group_prio=5, inuse=true, killasgroup=none, name=b,"
                + " process_prio=none, redirect_stderr=none, startretries=none, startsecs=none,"
                + " stdout_capture_maxbytes=none, stdout_events_enabled=none, stdout_logfile=none,"
                + " stdout_logfile_backups=none, stdout_logfile_maxbytes=none, stdout_syslog=none,"
                + " stopsignal=none, stopwaitsecs=none, stderr_capture_maxbytes=none,"
                + " stderr_events_enabled=none, stderr_logfile=none, stderr_logfile_backups=none,"
                + " stderr_logfile_maxbytes=none, stderr_syslog=none, serverurl=none,"
                + " future_key=x}");
  }
}
