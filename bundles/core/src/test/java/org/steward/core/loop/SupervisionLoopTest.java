package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/** What a turn owes whoever asks, listens or looks: replies, events, signals, time. */
class SupervisionLoopTest {
  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void theSnapshotShowsTheEffectBeforeTheReplyIsGiven() {
    harness.add(Configs.program("cat").autostart(false).build());
    harness.turnWhileBusy();
    ProcessState[] seen = new ProcessState[1];
    Reply<List<ProcessOutcome>> reply = new Reply<>();
    reply.stage().thenRun(() -> seen[0] = harness.state("cat"));
    harness.loop.handle().post(new Message.Start(one("cat"), true, Map.of(), reply));
    harness.until(() -> seen[0] != null);
    assertThat(seen[0]).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void unknownNamesAreRefused() {
    var process = harness.stop(one("nobody"), true);
    var group = harness.signal(new Selection.Group("nobody"), Signals.SIGHUP);
    var stdin = harness.sendStdin(new ProcessId("nobody", "nobody"), "x");
    harness.until(() -> process.given && group.given && stdin.given);
    assertThat(process.fault().fault()).isEqualTo(Fault.BAD_NAME);
    assertThat(group.fault().fault()).isEqualTo(Fault.BAD_NAME);
    assertThat(stdin.fault().fault()).isEqualTo(Fault.BAD_NAME);
  }

  @Test
  void aSignalReachesTheChildAndChangesNothing() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGHUP));
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var answer = harness.signal(one("cat"), Signals.SIGHUP);
    harness.until(() -> answer.given);
    assertThat(harness.child("cat").signals()).containsExactly(Signals.SIGHUP);
    assertThat(harness.state("cat")).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void stdinIsKeptForAChildThatDoesNotReadAndArrivesWhole() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    String text = "0123456789".repeat(20_000);
    var answer = harness.sendStdin(new ProcessId("cat", "cat"), text);
    harness.until(() -> answer.given);
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < 100 && read.length() < text.length(); i++) {
      read.append(harness.child("cat").readInput());
      harness.turnWhileBusy();
    }
    assertThat(read.toString()).isEqualTo(text);
  }

  @Test
  void usr2ReopensTheLogs() {
    harness.posix.raise(Signals.SIGUSR2);
    harness.until(() -> harness.output.reopened == 1);
    assertThat(harness.log.lines)
        .containsExactly("INFO received SIGUSR2 indicating log reopen request");
  }

  @Test
  void ticksComeAtTheBordersOfTheirPeriods() {
    long began = harness.clock.wallMillis() / 1000;
    harness.pass(Duration.ofHours(2).plusSeconds(1));
    for (int period : new int[] {5, 60, 3600}) {
      long first = began - began % period + period;
      List<Long> expected = new ArrayList<>();
      for (long when = first; when <= began + 7201; when += period) {
        expected.add(when);
      }
      assertThat(ticks(period)).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private List<Long> ticks(int period) {
    return harness.events.stream()
        .filter(event -> event instanceof SupervisorEvent.Tick tick && tick.period() == period)
        .map(event -> ((SupervisorEvent.Tick) event).when())
        .toList();
  }

  @Test
  void aWallClockSetBackDelaysNothing() {
    harness.add(Configs.program("cat").build());
    harness.turnWhileBusy();
    harness.clock.stepWallClock(Duration.ofDays(-365));
    long began = harness.clock.nanos();
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(Duration.ofNanos(harness.clock.nanos() - began)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void everyStateChangeIsAnEvent() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var stop = harness.stop(one("cat"), true);
    harness.until(() -> stop.given);
    harness.turnWhileBusy();
    assertThat(
            harness.events.stream()
                .filter(ProcessStateChanged.class::isInstance)
                .map(event -> ((ProcessStateChanged) event).to())
                .toList())
        .containsExactly(
            ProcessState.STARTING,
            ProcessState.RUNNING,
            ProcessState.STOPPING,
            ProcessState.STOPPED);
  }
}
