package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.control.Fault;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.AutoRestart;
import org.steward.core.posix.Errno;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/** What becomes of programs that end by themselves. */
class EndedProgramsTest {
  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void aCrashedProgramIsStartedAgainAtOnce() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    int first = harness.process("cat", "cat").pid();
    long crashed = harness.clock.nanos();
    harness.child("cat").exit(3);
    harness.until(
        () ->
            harness.process("cat", "cat").pid() != first
                && harness.process("cat", "cat").pid() != 0);
    assertThat(harness.clock.nanos()).isEqualTo(crashed);
    assertThat(harness.process("cat", "cat").restarts()).isEqualTo(1);
  }

  @Test
  void allAChildWroteIsDrainedBeforeItsEndIsApplied() {
    harness.add(Configs.program("cat").autorestart(AutoRestart.NEVER).build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var child = harness.child("cat");
    child.print("last words");
    child.exit(0);
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
    assertThat(harness.output.textOf(new ProcessId("cat", "cat"))).isEqualTo("last words");
  }

  @Test
  void aProgramThatEndsAtOnceAgainAndAgainIsStartedFourTimesASecond() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ofMillis(1), 0));
    harness.add(Configs.program("cat").startsecs(0).autorestart(AutoRestart.ALWAYS).build());
    harness.pass(Duration.ofSeconds(10));
    assertThat(harness.posix.spawned()).hasSizeBetween(40, 41);
    assertThat(harness.process("cat", "cat").restarts())
        .isEqualTo(harness.posix.spawned().size() - 1);
  }

  @Test
  void aRestartThatWaitsIsNotMadeOnceItsProgramIsToStop() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ofMillis(1), 0));
    harness.add(Configs.program("cat").startsecs(0).autorestart(AutoRestart.ALWAYS).build());
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
    var one = harness.stop(one("cat"), true);
    harness.until(() -> one.given);
    assertThat(one.fault().fault()).isEqualTo(Fault.NOT_RUNNING);
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.posix.spawned()).hasSize(1);
    harness.start(one("cat"), false);
    harness.until(() -> harness.posix.spawned().size() == 2);
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
    var all = harness.stop(new Selection.All(), true);
    harness.until(() -> all.given);
    assertThat(all.value).isEmpty();
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.posix.spawned()).hasSize(2);
  }

  @Test
  void aRestartThatWaitsIsNotMadeOnceItsProgramIsRemoved() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ofMillis(1), 0));
    harness.add(Configs.program("cat").startsecs(0).autorestart(AutoRestart.ALWAYS).build());
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
    var removed = harness.remove("cat");
    harness.until(() -> removed.given);
    assertThat(removed.failure).isNull();
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.posix.spawned()).hasSize(1);
  }

  @Test
  void aProgramThatCouldNotBeStoppedIsNotStartedAgainOnceRemoved() {
    harness.add(Configs.program("cat").autorestart(AutoRestart.ALWAYS).build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    FakeProcess child = harness.child("cat");
    harness.posix.failNext("pidfdKill", Errno.EPERM);
    var stopped = harness.stop(one("cat"), true);
    harness.until(() -> stopped.given);
    assertThat(stopped.fault())
        .hasMessage("FAILED: unknown problem killing cat; the log says which");
    assertThat(harness.state("cat")).isEqualTo(ProcessState.UNKNOWN);
    var removed = harness.remove("cat");
    harness.until(() -> removed.given);
    assertThat(removed.failure).isNull();
    child.exit(1);
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.posix.spawned()).hasSize(1);
    assertThat(harness.output.openChildren()).isZero();
  }

  @Test
  void aProgramThatEndedTooSoonDidSoHoweverLongItsLastOutputTakes() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ofMillis(500), 0));
    harness.output.holdDrains = true;
    harness.add(Configs.program("cat").build());
    harness.pass(Duration.ofSeconds(3));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STARTING);
    harness.output.releaseDrains();
    harness.until(() -> harness.state("cat") != ProcessState.STARTING);
    assertThat(harness.log.lines)
        .contains("WARN exited: cat (exit status 0; not expected)")
        .noneMatch(line -> line.contains("entered RUNNING"));
  }
}
