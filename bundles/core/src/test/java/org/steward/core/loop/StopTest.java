package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.control.Fault;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.GroupConfig;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/** How programs and the whole daemon are stopped. */
class StopTest {
  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void stopWaitsUntilTheProcessIsGone() {
    harness.posix.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(4)));
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    long asked = harness.clock.nanos();
    var answer = harness.stop(one("cat"), true);
    harness.until(() -> answer.given);
    assertThat(answer.failure).isNull();
    assertThat(Duration.ofNanos(harness.clock.nanos() - asked)).isEqualTo(Duration.ofSeconds(4));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
    assertThat(harness.log.lines)
        .contains("INFO waiting for cat to stop", "INFO stopped: cat (exit status 0)");
  }

  @Test
  void whatIgnoresItsStopSignalIsKilledAfterStopwaitsecs() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    harness.add(Configs.program("cat").stop(Signals.SIGTERM, 10, false, false).build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var child = harness.child("cat");
    long asked = harness.clock.nanos();
    var answer = harness.stop(one("cat"), true);
    harness.until(() -> answer.given);
    assertThat(Duration.ofNanos(harness.clock.nanos() - asked)).isEqualTo(Duration.ofSeconds(10));
    assertThat(harness.log.lines).contains("WARN killing 'cat' (" + child.pid() + ") with SIGKILL");
    assertThat(child.signals()).containsExactly(Signals.SIGTERM, Signals.SIGKILL);
  }

  @Test
  void stopasgroupReachesTheWholeGroup() {
    harness.add(Configs.program("cat").stop(Signals.SIGTERM, 10, true, true).build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var grandchild = harness.child("cat").fork(ProcessScript.obedient());
    var answer = harness.stop(one("cat"), true);
    harness.until(() -> answer.given);
    assertThat(grandchild.alive()).isFalse();
  }

  @Test
  void aStopWhileTheLogsAreBeingOpenedSpawnsNothing() {
    harness.output.holdPreparations = true;
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.output.held != null);
    var answer = harness.stop(one("cat"), true);
    harness.turnWhileBusy();
    harness.output.release();
    harness.until(() -> answer.given);
    assertThat(answer.failure).isNull();
    assertThat(harness.posix.spawned()).isEmpty();
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
  }

  @Test
  void groupsStopFromTheHighestPriorityDown() {
    harness.posix.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(1)));
    for (int priority : new int[] {3, 1, 2}) {
      harness.add(
          new GroupConfig.Programs(
              "p" + priority, priority, List.of(Configs.program("p" + priority).build())));
    }
    harness.until(() -> harness.posix.spawned().size() == 3);
    harness.pass(Duration.ofSeconds(2));
    harness.posix.raise(Signals.SIGTERM);
    harness.untilEnd();
    assertThat(harness.log.lines)
        .containsSubsequence(
            "WARN received SIGTERM indicating exit request",
            "INFO waiting for p1, p2, p3 to die",
            "INFO stopped: p3 (exit status 0)",
            "INFO stopped: p2 (exit status 0)",
            "INFO stopped: p1 (exit status 0)");
    assertThat(harness.loop.state()).isEqualTo(SupervisorState.SHUTDOWN);
  }

  @Test
  void whileEndingNothingIsStartedAndRequestsAreRefused() {
    harness.posix.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(2)));
    harness.add(
        Configs.program("a").build(),
        Configs.process("a", "b").autorestart(AutoRestart.ALWAYS).build());
    harness.until(() -> harness.stateOf("a", "b") == ProcessState.RUNNING);
    harness.posix.raise(Signals.SIGHUP);
    harness.turnWhileBusy();
    var answer = harness.start(one("a"), true);
    harness.until(() -> answer.given);
    assertThat(answer.fault().fault()).isEqualTo(Fault.SHUTDOWN_STATE);
    int spawned = harness.posix.spawned().size();
    harness.untilEnd();
    assertThat(harness.posix.spawned()).hasSize(spawned);
    assertThat(harness.loop.state()).isEqualTo(SupervisorState.RESTARTING);
  }
}
