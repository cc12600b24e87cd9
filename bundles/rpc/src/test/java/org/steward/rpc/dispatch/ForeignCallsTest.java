package org.steward.rpc.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.steward.api.control.SupervisorFault;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;
import org.steward.rpc.codec.Call;

/** Calls of a plugin's methods, real threads and all. */
@Timeout(60)
class ForeignCallsTest {
  private static final long BUNDLE = 42;

  private final Plugin plugin = new Plugin();
  private final List<Runnable> afterGrace = new ArrayList<>();
  private final ForeignCalls calls = new ForeignCalls("plugin", afterGrace::add);

  /** What authors of plugins do. */
  static final class Plugin implements RpcNamespace {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    final CompletableFuture<String> later = new CompletableFuture<>();

    @RpcMethod(help = "Says on which kind of thread it runs.")
    public boolean isVirtual() {
      return Thread.currentThread().isVirtual();
    }

    @RpcMethod(help = "Returns when it may.")
    public String block() throws InterruptedException {
      entered.countDown();
      released.await();
      return "done";
    }

    @RpcMethod(help = "Answers later.")
    public CompletionStage<String> later() {
      return later;
    }

    @RpcMethod(help = "Breaks.")
    public String fail() {
      throw new NoClassDefFoundError("org/example/Missing");
    }
  }

  @AfterEach
  void release() {
    plugin.released.countDown();
    calls.close();
    afterGrace.forEach(Runnable::run);
  }

  private CompletableFuture<Object> start(String method) throws InvalidNamespace {
    String name = "plugin." + method;
    PublishedMethod published = MethodScanner.scan("plugin", plugin).get(name);
    return calls.start(published, new Call(name, List.of())).toCompletableFuture();
  }

  @Test
  void aPluginsMethodRunsOnAThreadThatMaySpin() {
    RpcBench bench = new RpcBench();
    bench.stack.registry().add("plugin", plugin, BUNDLE);
    assertThat(bench.call("plugin.isVirtual")).isEqualTo(false);
  }

  @Test
  void whatAPluginsMethodThrowsIsAFault() {
    RpcBench bench = new RpcBench();
    bench.stack.registry().add("plugin", plugin, BUNDLE);
    assertThat(bench.call("plugin.fail"))
        .isEqualTo(new FaultAnswer(30, "FAILED: org/example/Missing"));
    assertThat(bench.call("plugin.block", "too", "many")).isInstanceOf(FaultAnswer.class);
  }

  @Test
  void moreCallsThanMayBeOnTheirWayAreRefused() throws Exception {
    List<CompletableFuture<Object>> blocked = new ArrayList<>();
    for (int i = 0; i < ForeignCalls.MOST; i++) {
      blocked.add(start("block"));
    }
    assertThat(start("isVirtual").exceptionNow())
        .isInstanceOf(SupervisorFault.class)
        .hasMessage("FAILED: 32 calls of the namespace plugin have not returned");
    plugin.released.countDown();
    for (CompletableFuture<Object> each : blocked) {
      assertThat(each.join()).isEqualTo("done");
    }
  }

  @Test
  void aCallOnItsWayFinishesAlthoughItsNamespaceIsGone() throws Exception {
    CompletableFuture<Object> blocked = start("block");
    CompletableFuture<Object> pending = start("later");
    plugin.entered.await();
    calls.close();
    plugin.released.countDown();
    plugin.later.complete("late");
    assertThat(blocked.join()).isEqualTo("done");
    assertThat(pending.join()).isEqualTo("late");
  }

  @Test
  void aCallThatDoesNotFinishIsEndedSomeTimeAfterItsNamespaceIsGone() throws Exception {
    CompletableFuture<Object> blocked = start("block");
    CompletableFuture<Object> pending = start("later");
    plugin.entered.await();
    calls.close();
    afterGrace.forEach(Runnable::run);
    assertThat(pending.handle((value, thrown) -> String.valueOf(thrown)).join())
        .contains("the plugin that serves the namespace plugin was removed");
    assertThat(blocked.handle((value, thrown) -> thrown != null).join()).isTrue();
  }

  @Test
  void aCallThatComesTooLateIsRefused() throws Exception {
    calls.close();
    assertThat(start("isVirtual").exceptionNow()).hasMessageContaining("was removed");
    assertThat(afterGrace).isEmpty();
  }
}
