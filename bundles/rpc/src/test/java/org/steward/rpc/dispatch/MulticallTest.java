package org.steward.rpc.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.rpc.RpcAnswer;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;
import org.steward.rpc.codec.Limits;

class MulticallTest {
  private final RpcBench bench = new RpcBench();

  private static Map<String, Object> call(String method, Object... params) {
    return Map.of("methodName", method, "params", List.of(params));
  }

  private static Map<String, Object> fault(int code, String text) {
    return Map.of("faultCode", code, "faultString", text);
  }

  /** Seen from Supervisor 4.2.5, but for the text of params that are no array. */
  @Test
  void resultsAreNotWrappedAndFaultsAreStructs() {
    bench.supervisor.fail("startProcess", Fault.ALREADY_STARTED, "slow");
    Object results =
        bench.call(
            "system.multicall",
            List.of(
                call("supervisor.getState"),
                call("no.x"),
                Map.of("params", List.of()),
                call("system.multicall", List.of()),
                Map.of("methodName", "supervisor.getPID"),
                call("supervisor.stopProcess", "cat"),
                call("supervisor.startProcess", "slow"),
                call("supervisor.getState", 1),
                Map.of("methodName", "supervisor.stopProcess", "params", 5),
                call("supervisor.stopProcessGroup", "g"),
                call("")));
    assertThat(results)
        .isEqualTo(
            List.of(
                Map.of("statecode", 1, "statename", "RUNNING"),
                fault(1, "UNKNOWN_METHOD"),
                fault(2, "INCORRECT_PARAMETERS: No methodName"),
                fault(2, "INCORRECT_PARAMETERS: Recursive system.multicall forbidden"),
                4711,
                true,
                fault(60, "ALREADY_STARTED: slow"),
                fault(2, "INCORRECT_PARAMETERS"),
                fault(2, "INCORRECT_PARAMETERS: params is not an array"),
                List.of(),
                fault(1, "UNKNOWN_METHOD")));
  }

  @Test
  void anythingButAnArrayOfStructsIsRefused() {
    assertThat(bench.call("system.multicall", List.of())).isEqualTo(List.of());
    assertThat(bench.call("system.multicall"))
        .isEqualTo(new FaultAnswer(2, "INCORRECT_PARAMETERS"));
    for (Object calls : List.of("x", 5, Map.of("a", 1))) {
      assertThat(bench.call("system.multicall", calls))
          .isEqualTo(new FaultAnswer(2, "INCORRECT_PARAMETERS: parameter 1 is not of type array"));
    }
    assertThat(bench.call("system.multicall", List.of("x", 5)))
        .isEqualTo(Collections.nCopies(2, fault(2, "INCORRECT_PARAMETERS: not a struct")));
  }

  @Test
  void callsWaitForTheOneBefore() {
    bench.supervisor.hold();
    CompletionStage<RpcAnswer> answer =
        bench.begin(
            "system.multicall",
            List.of(
                call("supervisor.stopProcess", "cat"),
                call("supervisor.getPID"),
                call("supervisor.startProcess", "cat", false)));
    assertThat(answer.toCompletableFuture()).isNotDone();
    assertThat(bench.supervisor.orders).containsExactly("stopProcess cat:cat true");
    bench.supervisor.release();
    assertThat(RpcBench.value(answer)).isEqualTo(List.of(true, 4711, true));
    assertThat(bench.supervisor.orders)
        .containsExactly("stopProcess cat:cat true", "startProcess cat:cat false");
  }

  @Test
  void manyCallsNeedNoDeepStack() {
    bench.supervisor.hold();
    List<Object> calls =
        List.copyOf(Collections.nCopies(5_000, call("supervisor.sendRemoteCommEvent", "a", "b")));
    CompletionStage<RpcAnswer> answer = bench.begin("system.multicall", calls);
    bench.supervisor.release();
    assertThat(RpcBench.value(answer)).isEqualTo(Collections.nCopies(5_000, true));
  }

  @Test
  void manyLargeResultsMeetTheLimitOfOneAnswer() {
    RpcBench small = new RpcBench(new Limits(100_000, 100, 1_000, 1_000, 20_000, 1_000));
    List<Object> calls = List.copyOf(Collections.nCopies(20, call("system.listMethods")));
    assertThat(small.call("system.multicall", calls))
        .isEqualTo(
            new FaultAnswer(
                30, "FAILED: the answer is longer than 20000 bytes; ask for less at a time"));
  }
}
