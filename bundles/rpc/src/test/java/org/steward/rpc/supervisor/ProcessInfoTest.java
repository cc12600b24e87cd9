package org.steward.rpc.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.rpc.FakeSnapshot.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.rpc.RpcBench;

class ProcessInfoTest {
  private static final long NOW = RpcBench.NOW;

  private final RpcBench bench = new RpcBench();

  private Map<?, ?> info(ProcessSnapshot process) {
    bench.supervisor.snapshot.with(process);
    return (Map<?, ?>) bench.call("supervisor.getProcessInfo", process.id().qualifiedName());
  }

  /** Members and their order were captured from Supervisor 4.2.5. */
  @Test
  void membersAreSupervisorsInItsOrder() {
    assertThat(info(process("g", "cat", ProcessState.RUNNING, 17929, NOW - 50, 7, "")))
        .hasToString(
            "{name=cat, group=g, start="
                + (NOW - 50)
                + ", stop=7, now="
                + NOW
                + ", state=20, statename=RUNNING, spawnerr=, exitstatus=0, logfile=/log/cat.out,"
                + " stdout_logfile=/log/cat.out, stderr_logfile=/log/cat.err, pid=17929,"
                + " description=pid 17929, uptime 0:00:50}");
  }

  static Stream<Arguments> descriptions() {
    String quick = "Exited too quickly (process log may have details)";
    return Stream.of(
        Arguments.of(process("a", "a", ProcessState.STOPPED, 0, 0, 0, ""), "Not started"),
        Arguments.of(process("a", "a", ProcessState.STOPPED, 0, 5, NOW, ""), "Nov 22 02:23 PM"),
        Arguments.of(
            process("a", "a", ProcessState.EXITED, 0, 5, NOW - 12 * 3600, ""), "Nov 22 02:23 AM"),
        Arguments.of(
            process("a", "a", ProcessState.EXITED, 0, 5, 1_796_083_200, ""), "Dec 01 12:00 AM"),
        Arguments.of(process("a", "a", ProcessState.BACKOFF, 0, 5, 6, quick), quick),
        Arguments.of(
            process("a", "x", ProcessState.FATAL, 0, 5, 6, ""), "unknown error (try \"tail x\")"),
        Arguments.of(process("a", "a", ProcessState.STARTING, 9, 5, 0, ""), ""),
        Arguments.of(process("a", "a", ProcessState.STOPPING, 9, 5, 0, ""), ""),
        Arguments.of(process("a", "a", ProcessState.UNKNOWN, 0, 5, 0, ""), ""));
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void descriptionsAreSupervisors(ProcessSnapshot process, String expected) {
    assertThat(info(process).get("description")).isEqualTo(expected);
  }

  static Stream<Arguments> uptimes() {
    return Stream.of(
        Arguments.of(0, "0:00:00"),
        Arguments.of(59, "0:00:59"),
        Arguments.of(3_661, "1:01:01"),
        Arguments.of(86_399, "23:59:59"),
        Arguments.of(86_400, "1 day, 0:00:00"),
        Arguments.of(2 * 86_400 + 45_296, "2 days, 12:34:56"),
        Arguments.of(-100, "0:00:00"));
  }

  @ParameterizedTest
  @MethodSource("uptimes")
  void uptimesAreWrittenAsPythonDoes(long seconds, String expected) {
    ProcessSnapshot running = process("a", "a", ProcessState.RUNNING, 1, NOW - seconds, 0, "");
    assertThat(info(running).get("description")).isEqualTo("pid 1, uptime " + expected);
  }

  @Test
  void timesBeyond2038AreCapped() {
    assertThat(info(process("a", "a", ProcessState.STOPPED, 0, 3_000_000_000L, 0, "")).get("start"))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void allProcessesComeByGroupAndName() {
    bench.supervisor.snapshot.with("z", "g:b", "g:a", "B", "a");
    assertThat((List<?>) bench.call("supervisor.getAllProcessInfo"))
        .extracting(info -> new ProcessId(get(info, "group"), get(info, "name")))
        .hasToString("[B:B, a:a, g:a, g:b, z:z]");
  }

  private static String get(Object info, String member) {
    return (String) ((Map<?, ?>) info).get(member);
  }
}
