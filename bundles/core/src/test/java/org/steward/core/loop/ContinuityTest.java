package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.control.Fault;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.SocketConfig;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/** Another program takes the daemon's place in its process. */
class ContinuityTest {
  private static final Runnable NOTHING = () -> {};

  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void runningProgramsAreLeftAloneAndNobodyIsToldAnything() {
    FakeProcess child = running(Configs.program("cat").build());
    var before = harness.process("cat", "cat");
    List<SupervisorEvent> events = List.copyOf(harness.events);
    assertThat(harness.replace(() -> harness.clock.advance(Duration.ofSeconds(3)))).isTrue();
    harness.turnWhileBusy();
    assertThat(harness.posix.spawned()).containsExactly(child);
    assertThat(harness.process("cat", "cat")).isEqualTo(before);
    assertThat(harness.events).isEqualTo(events);
    assertThat(harness.listeners.calls).endsWith("detached", "resumed");
  }

  @Test
  void aProgramThatEndsMeanwhileIsReapedWithItsStatus() {
    FakeProcess child = running(Configs.program("cat").autorestart(AutoRestart.NEVER).build());
    harness.replace(() -> child.exit(3));
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
    assertThat(harness.log.lines).contains("WARN exited: cat (exit status 3; not expected)");
  }

  @Test
  void retriesGoOnCountingAndWaiting() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ZERO, 1));
    harness.add(Configs.program("cat").startsecs(1).startretries(3).build());
    harness.until(() -> harness.posix.spawned().size() == 2);
    harness.until(() -> harness.state("cat") == ProcessState.BACKOFF);
    harness.replace(NOTHING);
    assertThat(harness.state("cat")).isEqualTo(ProcessState.BACKOFF);
    harness.until(() -> harness.state("cat") == ProcessState.FATAL);
    assertThat(harness.posix.spawned()).hasSize(4);
  }

  @Test
  void aStopGoesOnToTheKill() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    FakeProcess child =
        running(Configs.program("cat").stop(Signals.SIGTERM, 10, false, false).build());
    harness.stop(one("cat"), false);
    harness.until(() -> harness.state("cat") == ProcessState.STOPPING);
    harness.replace(NOTHING);
    harness.until(() -> harness.state("cat") == ProcessState.STOPPED);
    assertThat(child.signals()).containsExactly(Signals.SIGTERM, Signals.SIGKILL);
  }

  @Test
  void whoWaitsIsToldThatTheDaemonIsReplacedAndTheStartGoesOn() {
    harness.add(Configs.program("cat").autostart(false).startsecs(5).build());
    harness.turnWhileBusy();
    var started = harness.start(one("cat"), true);
    harness.until(() -> harness.state("cat") == ProcessState.STARTING);
    harness.replace(NOTHING);
    assertThat(started.fault().fault()).isEqualTo(Fault.FAILED);
    assertThat(started.fault()).hasMessageContaining("being upgraded");
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
  }

  @Test
  void aProgramAboutToBeSpawnedIsSpawned() {
    harness.output.holdPreparations = true;
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.STARTING);
    harness.replace(() -> harness.output.holdPreparations = false);
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(harness.posix.spawned()).hasSize(1);
  }

  @Test
  void aStartThatWasCalledOffStaysSo() {
    harness.output.holdPreparations = true;
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.STARTING);
    harness.stop(one("cat"), false);
    harness.until(() -> harness.state("cat") == ProcessState.STOPPING);
    harness.replace(NOTHING);
    harness.turnWhileBusy();
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
    assertThat(harness.posix.spawned()).isEmpty();
  }

  @Test
  void whatAProgramHasNotReadYetIsStillWrittenInOrder() {
    FakeProcess child = running(Configs.program("cat").build());
    String text = "0123456789".repeat(20_000);
    harness.sendStdin(new ProcessId("cat", "cat"), text);
    harness.turnWhileBusy();
    harness.replace(NOTHING);
    harness.sendStdin(new ProcessId("cat", "cat"), "end");
    StringBuilder read = new StringBuilder();
    harness.until(
        () -> {
          read.append(child.readInput());
          return read.length() == text.length() + 3;
        });
    assertThat(read.toString()).isEqualTo(text + "end");
  }

  @Test
  void signalsSentMeanwhileAreHonoured() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.replace(
        () -> {
          harness.posix.raise(Signals.SIGUSR2);
          harness.posix.raise(Signals.SIGTERM);
        });
    harness.untilEnd();
    assertThat(harness.output.reopened).isEqualTo(1);
    assertThat(harness.loop.state()).isEqualTo(SupervisorState.SHUTDOWN);
    assertThat(child.alive()).isFalse();
  }

  @Test
  void aTickThatWasDueMeanwhileComes() {
    harness.turnWhileBusy();
    long before = ticks();
    harness.replace(() -> harness.clock.advance(Duration.ofSeconds(6)));
    harness.turnWhileBusy();
    assertThat(ticks()).isEqualTo(before + 1);
  }

  @Test
  void theSocketOfAFastCgiGroupStaysOpenUntilItsLastUserEnds() {
    ProcessConfig process = Configs.process("fast", "cgi").autorestart(AutoRestart.NEVER).build();
    harness.add(
        new GroupConfig.FastCgi(
            "fast", 999, List.of(process), new SocketConfig.Tcp("127.0.0.1", 9000, null)));
    harness.until(() -> harness.stateOf("fast", "cgi") == ProcessState.RUNNING);
    harness.replace(NOTHING);
    assertThat(harness.posix.openDescriptors().values()).anyMatch(what -> what.contains("9000"));
    harness.posix.process(harness.process("fast", "cgi").pid()).exit(0);
    harness.until(() -> harness.stateOf("fast", "cgi") == ProcessState.EXITED);
    assertThat(harness.log.lines).contains("INFO Closing socket tcp://127.0.0.1:9000");
    assertThat(harness.posix.openDescriptors().values()).noneMatch(what -> what.contains("9000"));
  }

  @Test
  void aListenerIsReadOn() {
    harness.add(
        new GroupConfig.ListenerPool(
            "pool",
            -1,
            List.of(Configs.process("pool", "ear").build()),
            10,
            Set.of(EventType.EVENT),
            null,
            false));
    harness.until(() -> harness.stateOf("pool", "ear") == ProcessState.RUNNING);
    FakeProcess ear = harness.posix.process(harness.process("pool", "ear").pid());
    harness.replace(() -> ear.print("READY\n"));
    harness.until(() -> harness.listeners.calls.contains("received READY\n"));
    assertThat(harness.listeners.calls).containsOnlyOnce("started pool:ear");
  }

  @Test
  void aDaemonThatStopsEverythingIsNotReplaced() {
    running(Configs.program("cat").build());
    harness.end(SupervisorState.SHUTDOWN);
    assertThat(harness.replace(NOTHING)).isFalse();
  }

  private long ticks() {
    return harness.events.stream().filter(SupervisorEvent.Tick.class::isInstance).count();
  }

  private FakeProcess running(ProcessConfig config) {
    harness.add(config);
    harness.until(() -> harness.state(config.id().name()) == ProcessState.RUNNING);
    return harness.child(config.id().name());
  }
}
