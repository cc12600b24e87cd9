package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.posix.Errno;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/** How programs come up, and what keeps them from it. */
class StartTest {
  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void anAddedProgramIsStartedAndBecomesRunning() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(harness.log.lines)
        .containsExactly(
            "INFO spawned: 'cat' with pid " + harness.process("cat", "cat").pid(),
            "INFO success: cat entered RUNNING state, process has stayed up for > than 1 seconds"
                + " (startsecs)");
  }

  @Test
  void aProgramIsTimedFromItsOwnSpawnHoweverLongOthersTakeInTheSameTurn() {
    harness.posix.scriptProcesses(
        request -> {
          if (harness.posix.spawned().isEmpty()) {
            harness.clock.advance(Duration.ofSeconds(3)); // the machine is busy
          }
          return ProcessScript.obedient();
        });
    harness.add(Configs.process("g", "a").build(), Configs.process("g", "b").build());
    harness.turnWhileBusy();
    assertThat(harness.stateOf("g", "b")).isEqualTo(ProcessState.STARTING);
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.stateOf("g", "b")).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void aProgramWithoutAutostartWaitsForAUser() {
    harness.add(Configs.program("cat").autostart(false).build());
    harness.pass(Duration.ofSeconds(3));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
    var answer = harness.start(one("cat"), true);
    harness.until(() -> answer.given);
    assertThat(answer.failure).isNull();
    assertThat(harness.state("cat")).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void startOfARunningProgramIsRefused() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var answer = harness.start(one("cat"), true);
    harness.until(() -> answer.given);
    assertThat(answer.fault().fault()).isEqualTo(Fault.ALREADY_STARTED);
    assertThat(answer.fault().detail()).isEqualTo("cat");
  }

  @Test
  void startOfAStoppingProgramIsRefusedAndLeavesItStopping() {
    harness.posix.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(4)));
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var stop = harness.stop(one("cat"), true);
    harness.turnWhileBusy();
    var awaited = harness.start(one("cat"), true);
    var unawaited = harness.start(one("cat"), false);
    harness.turnWhileBusy();
    assertThat(awaited.fault().fault()).isEqualTo(Fault.ABNORMAL_TERMINATION);
    assertThat(unawaited.fault().fault()).isEqualTo(Fault.ABNORMAL_TERMINATION);
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPING);
    harness.until(() -> stop.given);
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
  }

  @Test
  void anAwaitedStartThatDiesEarlyIsASpawnError() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ofMillis(100), 1));
    harness.add(Configs.program("cat").autostart(false).build());
    harness.turnWhileBusy();
    var answer = harness.start(one("cat"), true);
    harness.until(() -> answer.given);
    assertThat(answer.fault().fault()).isEqualTo(Fault.SPAWN_ERROR);
  }

  @Test
  void anAwaitedStartThatIsStoppedEndsAbnormally() {
    harness.add(Configs.program("cat").autostart(false).build());
    harness.turnWhileBusy();
    var answer = harness.start(one("cat"), true);
    harness.turnWhileBusy();
    harness.stop(one("cat"), false);
    harness.until(() -> answer.given);
    assertThat(answer.fault().fault()).isEqualTo(Fault.ABNORMAL_TERMINATION);
  }

  @Test
  void aGroupAnswersForEachProcessThatCouldBeStarted() {
    harness.add(
        Configs.process("web", "a").build(),
        Configs.process("web", "b").autostart(false).command("/no/such").build(),
        Configs.process("web", "c").autostart(false).build());
    harness.until(() -> harness.stateOf("web", "a") == ProcessState.RUNNING);
    var answer = harness.start(new Selection.Group("web"), true);
    harness.until(() -> answer.given);
    assertThat(answer.value)
        .containsExactly(
            new ProcessOutcome(new ProcessId("web", "b"), Fault.SPAWN_ERROR, "SPAWN_ERROR: web:b"),
            new ProcessOutcome(new ProcessId("web", "c"), Fault.SUCCESS, "OK"));
  }

  @Test
  void whatWasFoundToBeUnstartableIsRefusedAndStaysAsItWas() {
    harness.add(
        Configs.process("web", "good").autostart(false).build(),
        Configs.process("web", "gone").autostart(false).build());
    SupervisorFault gone = new SupervisorFault(Fault.NO_FILE, "can't find command '/gone'");
    var answer =
        harness.start(new Selection.Group("web"), true, Map.of(new ProcessId("web", "gone"), gone));
    harness.until(() -> answer.given);
    assertThat(answer.value)
        .extracting(ProcessOutcome::status)
        .containsExactlyInAnyOrder(Fault.SUCCESS, Fault.NO_FILE);
    assertThat(harness.process("web", "gone").state()).isEqualTo(ProcessState.STOPPED);
    assertThat(harness.process("web", "good").state()).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void aLogThatCannotBeOpenedIsASpawnErrorOfThatProgramAlone() {
    harness.output.failNext(Errno.ENOENT);
    harness.add(Configs.program("bad").startretries(0).build());
    harness.add(Configs.program("good").build());
    harness.until(() -> harness.state("good") == ProcessState.RUNNING);
    assertThat(harness.state("bad")).isEqualTo(ProcessState.FATAL);
    assertThat(harness.process("bad", "bad").spawnError())
        .isEqualTo("unknown error making dispatchers for 'bad': ENOENT (/var/log/x.log)");
  }

  @Test
  void everyReasonOfAFailedSpawnIsNamed() {
    harness.add(Configs.program("x").command("/no/such/program").startretries(0).build());
    harness.until(() -> harness.state("x") == ProcessState.FATAL);
    assertThat(harness.process("x", "x").spawnError())
        .isEqualTo("can't find command '/no/such/program'");
    assertSpawnError("pipe", Errno.EMFILE, "too many open files to spawn 'x'");
    assertSpawnError(
        "spawn:fork", Errno.EAGAIN, "Too many processes in process table to spawn 'x'");
    assertSpawnError("spawn:fork", Errno.ENOMEM, "unknown error during fork for 'x': ENOMEM");
    assertSpawnError("spawn:exec", Errno.ENOEXEC, "couldn't exec /bin/cat: ENOEXEC");
    assertSpawnError("pidfdOpen", Errno.EMFILE, "too many open files to spawn 'x'");
  }

  private void assertSpawnError(String what, int errno, String words) {
    LoopHarness fresh = new LoopHarness();
    int before = fresh.posix.openDescriptors().size();
    if (what.startsWith("spawn:")) {
      fresh.posix.failSpawn(what.substring("spawn:".length()), errno);
    } else {
      fresh.posix.failNext(what, errno);
    }
    fresh.add(Configs.program("x").startretries(0).build());
    fresh.until(() -> fresh.state("x") == ProcessState.FATAL);
    assertThat(fresh.process("x", "x").spawnError()).as(what).isEqualTo(words);
    assertThat(fresh.posix.openDescriptors()).as("descriptors after " + what).hasSize(before);
    assertThat(fresh.posix.misuses()).isEmpty();
  }
}
