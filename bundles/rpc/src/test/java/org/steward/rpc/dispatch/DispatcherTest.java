package org.steward.rpc.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcEndpoint.Caller;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire;
import org.steward.rpc.Wire.FaultAnswer;

class DispatcherTest {
  private final RpcBench bench = new RpcBench();
  private final Plugin plugin = new Plugin();

  /** A plugin that misbehaves in the ways its methods are named for. */
  static final class Plugin implements RpcNamespace {
    final CompletableFuture<@Nullable Object> later = new CompletableFuture<>();

    @RpcMethod(help = "")
    public CompletionStage<@Nullable Object> laterMinimally() {
      return later.minimalCompletionStage();
    }

    @RpcMethod(help = "")
    public String throwsException() {
      throw new IllegalStateException("out of order");
    }

    @RpcMethod(help = "")
    public String throwsChecked() throws Exception {
      throw new Exception();
    }

    @RpcMethod(help = "")
    public String throwsError() {
      throw new NoClassDefFoundError("some/Class");
    }

    @RpcMethod(help = "")
    public String overflowsTheStack() {
      return overflowsTheStack() + "x";
    }

    @RpcMethod(help = "")
    public String throwsFault() {
      throw new SupervisorFault(Fault.BAD_ARGUMENTS, "too blue");
    }

    @RpcMethod(help = "")
    public @Nullable String returnsNull() {
      return null;
    }

    @RpcMethod(help = "")
    public Object returnsDouble() {
      return 1.5;
    }

    @RpcMethod(help = "")
    public List<?> returnsNullInside() {
      return Arrays.asList("a", null);
    }

    @RpcMethod(help = "")
    public Map<?, ?> returnsAFailingMap() {
      return new java.util.AbstractMap<>() {
        @Override
        public java.util.Set<Entry<Object, Object>> entrySet() {
          throw new IllegalStateException("cannot be walked");
        }
      };
    }

    @RpcMethod(help = "")
    public CompletionStage<?> later() {
      return later;
    }
  }

  @BeforeEach
  void register() {
    bench.stack.registry().add("plugin", plugin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throwsException|FAILED: out of order",
        "throwsChecked|FAILED: java.lang.Exception",
        "throwsError|FAILED: some/Class",
        "overflowsTheStack|FAILED: java.lang.StackOverflowError",
        "returnsNull|FAILED: null is no value of XML-RPC",
        "returnsDouble|FAILED: java.lang.Double is no value of XML-RPC",
        "returnsNullInside|FAILED: null is no value of XML-RPC",
        "returnsAFailingMap|FAILED: cannot be walked"
      })
  void whateverAMethodDoesIsAFaultAndALineInTheLog(String scenario) {
    String[] parts = scenario.split("\\|");
    FaultAnswer expected = new FaultAnswer(30, parts[1]);
    assertThat(bench.call("plugin." + parts[0])).isEqualTo(expected);
    assertThat(bench.log).singleElement().asString().contains("plugin." + parts[0] + "()");
    assertThat(
            bench.call(
                "system.multicall",
                List.of(
                    Map.of("methodName", "plugin." + parts[0]),
                    Map.of("methodName", "supervisor.getPID"))))
        .isEqualTo(List.of(Map.of("faultCode", 30, "faultString", parts[1]), 4711));
  }

  @Test
  void aFaultIsPassedOnWithoutALine() {
    assertThat(bench.call("plugin.throwsFault"))
        .isEqualTo(new FaultAnswer(3, "BAD_ARGUMENTS: too blue"));
    assertThat(bench.log).isEmpty();
  }

  @Test
  void aHangingCallHoldsNoThreadAndIsAnsweredWhenDecided() {
    CompletionStage<RpcAnswer> answer = bench.begin("plugin.later");
    assertThat(answer.toCompletableFuture()).isNotDone();
    assertThat(bench.call("supervisor.getPID")).isEqualTo(4711);
    plugin.later.complete("done");
    assertThat(RpcBench.value(answer)).isEqualTo("done");
  }

  @Test
  void aStageThatCannotBeAskedWhetherItIsDoneIsWaitedForToo() {
    CompletionStage<RpcAnswer> answer = bench.begin("plugin.laterMinimally");
    assertThat(answer.toCompletableFuture()).isNotDone();
    plugin.later.complete("done");
    assertThat(RpcBench.value(answer)).isEqualTo("done");
    assertThat(bench.call("plugin.laterMinimally")).isEqualTo("done");
  }

  @Test
  void aDeferredFailureIsAFault() {
    CompletionStage<RpcAnswer> answer = bench.begin("plugin.later");
    plugin.later.completeExceptionally(new IllegalStateException("too late"));
    assertThat(RpcBench.value(answer)).isEqualTo(new FaultAnswer(30, "FAILED: too late"));
  }

  @Test
  void aDeferredNonsenseIsAFault() {
    CompletionStage<RpcAnswer> answer = bench.begin("plugin.later");
    plugin.later.complete(null);
    assertThat(RpcBench.value(answer))
        .isEqualTo(new FaultAnswer(30, "FAILED: null is no value of XML-RPC"));
  }

  @Test
  void whatIsNoCallIsABadRequest() {
    assertThat(bench.raw("<methodCall>".getBytes(UTF_8))).isInstanceOf(RpcAnswer.BadRequest.class);
    assertThat(bench.log).singleElement().asString().startsWith("WARN XML-RPC request of unix");
    byte[] answer =
        bench
            .stack
            .endpoint()
            .call("<methodCall>".getBytes(UTF_8), new Caller("", "unix"))
            .toCompletableFuture()
            .join();
    assertThat(((FaultAnswer) Wire.parse(answer)).code()).isEqualTo(2);
  }

  @Test
  void aRefusedCallIsAFaultWithItsReason() {
    byte[] request =
        ("<!DOCTYPE x>"
                + new String(Wire.request("supervisor.getState"), UTF_8)
                    .replace("<?xml version='1.0'?>\n", ""))
            .getBytes(UTF_8);
    assertThat(bench.answer(request))
        .isEqualTo(
            new FaultAnswer(
                2, "INCORRECT_PARAMETERS: document type declarations are not accepted"));
  }
}
