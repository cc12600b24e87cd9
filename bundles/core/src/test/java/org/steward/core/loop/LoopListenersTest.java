package org.steward.core.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.event.EventType;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.process.Configs;
import org.steward.core.spi.PoolsMemory;

/** Event listeners as the loop sees them. */
class LoopListenersTest {
  private static final ProcessId LISTENER = new ProcessId("pool", "l");

  @RegisterExtension final LoopHarness harness = new LoopHarness();

  private static GroupConfig pool(ProcessConfig listener) {
    return new GroupConfig.ListenerPool(
        "pool", -1, List.of(listener), 10, Set.of(EventType.TICK_5), null, false);
  }

  @Test
  void aListenerIsAnnouncedHeardAndWrittenTo() {
    harness.add(pool(Configs.process("pool", "l").build()));
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.RUNNING);
    var child = harness.posix.lastSpawned();
    child.print("READY\n");
    harness.turnWhileBusy();
    assertThat(harness.listeners.calls)
        .containsExactly(
            "added pool", "started " + LISTENER, "running " + LISTENER, "received READY\n");
    assertThat(harness.listeners.host).isNotNull();
    assertThat(harness.listeners.host.send(LISTENER, "ver:3.0".getBytes(UTF_8))).isTrue();
    assertThat(child.readInput()).isEqualTo("ver:3.0");
    var stop = harness.stop(new Selection.All(), true);
    harness.until(() -> stop.given);
    assertThat(harness.listeners.calls).endsWith("stopping " + LISTENER, "ended " + LISTENER);
  }

  @Test
  void aListenerBundleThatComesAgainGoesOnWhereItWasAndIsToldWhatItMissed() {
    harness.add(pool(Configs.process("pool", "l").build()));
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.RUNNING);
    var detached = harness.loop.handle().detachListeners().toCompletableFuture();
    harness.turnWhileBusy();
    assertThat(detached).isCompleted();
    assertThat(harness.listeners.calls).endsWith("running " + LISTENER, "detached");

    harness.listeners.calls.clear();
    harness.posix.lastSpawned().print("READY\n");
    harness.turnWhileBusy();
    assertThat(harness.listeners.calls).isEmpty();
    assertThat(harness.stateOf("pool", "l")).isEqualTo(ProcessState.RUNNING);

    harness.loop.handle().attachListeners(harness.listeners);
    harness.turnWhileBusy();
    assertThat(harness.listeners.calls).containsExactly("resumed", "received READY\n");
    assertThat(harness.listeners.memory).isEqualTo(new PoolsMemory(7, List.of()));
  }

  @Test
  void whatAListenerSaysReachesItsLogAFewAnswersAtATimeAndNoneIsMissing() {
    var group = pool(Configs.process("pool", "l").autorestart(AutoRestart.NEVER).build());
    harness
        .loop
        .handle()
        .addGroup(new GroupSpec(group, Map.of(LISTENER, new ChildLogs("/var/log/l.log", null))));
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.RUNNING);
    var child = harness.posix.lastSpawned();
    child.print("READY\n");
    harness.turnWhileBusy();
    assertThat(harness.output.textOf(LISTENER)).isEmpty();
    harness.pass(Duration.ofMillis(100));
    assertThat(harness.output.textOf(LISTENER)).isEqualTo("READY\n");
    child.print("last words");
    child.exit(0);
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.EXITED);
    assertThat(harness.output.textOf(LISTENER)).isEqualTo("READY\nlast words");
  }
}
