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
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.SocketConfig;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/** The daemon is killed, and another one comes up. */
class AdoptionTest {
  @RegisterExtension final LoopHarness harness = LoopHarness.adopting();

  @Test
  void aRunningProgramIsKept() {
    FakeProcess child = running(Configs.program("cat").build());
    long startedAt = harness.process("cat", "cat").startedAt();
    harness.kill();
    harness.clock.advance(Duration.ofSeconds(5));
    harness.revive();
    harness.pass(Duration.ofSeconds(5));

    assertThat(child.alive()).isTrue();
    assertThat(harness.posix.spawned()).containsExactly(child);
    assertThat(harness.process("cat", "cat").pid()).isEqualTo(child.pid());
    assertThat(harness.process("cat", "cat").startedAt()).isEqualTo(startedAt);
    assertThat(harness.state("cat")).isEqualTo(ProcessState.RUNNING);
    assertThat(harness.log.lines).contains("INFO adopted: 'cat' with pid " + child.pid());
  }

  @Test
  void whatItWroteMeanwhileIsInItsLog() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    assertThat(child.print("nobody reads this yet")).isEqualTo(21);
    assertThat(child.inputEnded()).isFalse();
    harness.revive();
    harness.turnWhileBusy();
    child.exit(0);
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
    assertThat(harness.output.textOf(harness.process("cat", "cat").id()))
        .isEqualTo("nobody reads this yet");
  }

  @Test
  void anAdoptedProgramIsStoppedAndStartedAndWrittenToAsAnyOther() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    harness.revive();
    var written = harness.sendStdin(new ProcessId("cat", "cat"), "hello");
    harness.until(() -> written.given);
    assertThat(child.readInput()).isEqualTo("hello");
    var signalled = harness.signal(one("cat"), Signals.SIGCONT);
    harness.until(() -> signalled.given);
    assertThat(child.signals()).containsExactly(Signals.SIGCONT);

    var stopped = harness.stop(one("cat"), true);
    harness.until(() -> stopped.given);
    assertThat(child.alive()).isFalse();
    assertThat(harness.log.lines).contains("WARN stopped: cat (terminated by SIGTERM)");
    var started = harness.start(one("cat"), true);
    harness.until(() -> started.given);
    assertThat(started.failure).isNull();
  }

  @Test
  void aProgramThatEndedMeanwhileIsJudgedByItsPolicy() {
    FakeProcess always = running(Configs.program("a").autorestart(AutoRestart.ALWAYS).build());
    FakeProcess never = running(Configs.program("b").autorestart(AutoRestart.NEVER).build());
    harness.kill();
    always.exit(0);
    never.exit(0);
    harness.revive();
    harness.until(() -> harness.state("a") == ProcessState.RUNNING);
    assertThat(harness.state("b")).isEqualTo(ProcessState.EXITED);
    assertThat(harness.log.lines).contains("WARN exited: b (exit status unknown; not expected)");
    assertThat(harness.process("a", "a").restarts()).isEqualTo(1);
  }

  @Test
  void anAdoptedProgramsExitStatusIsHadFromTheKernel() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    harness.revive();
    harness.turnWhileBusy();
    child.exit(3);
    harness.until(
        () -> harness.log.lines.contains("WARN exited: cat (exit status 3; not expected)"));
  }

  @Test
  void whatAUserStoppedStaysStopped() {
    running(Configs.program("cat").build());
    var stopped = harness.stop(one("cat"), true);
    harness.until(() -> stopped.given);
    harness.kill();
    harness.revive();
    harness.pass(Duration.ofSeconds(5));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
    assertThat(harness.posix.spawned()).hasSize(1);
  }

  @Test
  void aStopThatWasUnderWayGoesOn() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    FakeProcess child =
        running(Configs.program("cat").stop(Signals.SIGTERM, 10, false, false).build());
    harness.stop(one("cat"), false);
    harness.until(() -> harness.state("cat") == ProcessState.STOPPING);
    harness.kill();
    harness.revive();
    harness.pass(Duration.ofSeconds(9));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPING);
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
    assertThat(child.signals()).containsExactly(Signals.SIGTERM, Signals.SIGKILL);
  }

  @Test
  void aStartThatWasCalledOffBeforeTheSpawnStaysSo() {
    harness.output.holdPreparations = true;
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.STARTING);
    harness.stop(one("cat"), false);
    harness.until(() -> harness.state("cat") == ProcessState.STOPPING);
    harness.kill();
    harness.output.holdPreparations = false;
    harness.revive();
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STOPPED);
    assertThat(harness.posix.spawned()).isEmpty();
  }

  @Test
  void aStartThatWasUnderWayIsJudgedByTheTimeSinceTheSpawn() {
    harness.add(Configs.program("cat").startsecs(10).build());
    harness.until(() -> harness.state("cat") == ProcessState.STARTING);
    harness.turnWhileBusy();
    harness.kill();
    harness.clock.advance(Duration.ofSeconds(4));
    harness.revive();
    harness.pass(Duration.ofSeconds(5));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.STARTING);
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.state("cat")).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void failedStartsAreStillCounted() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ZERO, 1));
    harness.add(Configs.program("cat").startretries(2).build());
    harness.until(() -> harness.posix.spawned().size() == 2);
    harness.until(() -> harness.state("cat") == ProcessState.BACKOFF);
    harness.kill();
    harness.revive();
    harness.until(() -> harness.state("cat") == ProcessState.FATAL);
    assertThat(harness.posix.spawned()).hasSize(3);
  }

  @Test
  void aChildTheJournalDoesNotKnowThePidOfIsFoundByItsMark() {
    harness.add(Configs.program("cat").build());
    // The daemon dies right after the spawn, at whatever it does next.
    for (int call = 1; harness.posix.spawned().isEmpty(); call++) {
      harness.posix.killAtCall(call);
      dieAndRevive();
    }
    harness.pass(Duration.ofSeconds(5));
    assertThat(harness.posix.spawned()).hasSize(1);
    assertThat(harness.state("cat")).isEqualTo(ProcessState.RUNNING);
  }

  private void dieAndRevive() {
    try {
      harness.turnWhileBusy();
    } catch (FakePosix.KilledError killed) {
      harness.kill();
      harness.revive();
    }
    harness.posix.killAtCall(0);
  }

  @Test
  void aReusedPidIsNotTakenForTheChild() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    child.exit(0);
    harness.posix.setNextPid(child.pid());
    FakeProcess stranger = spawnStranger();
    assertThat(stranger.pid()).isEqualTo(child.pid());
    harness.revive();
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(harness.process("cat", "cat").pid()).isNotEqualTo(child.pid());
    assertThat(stranger.signals()).isEmpty();
  }

  private FakeProcess spawnStranger() {
    harness.posix.spawn(
        new org.steward.core.posix.SpawnRequest(
            "/bin/true", List.of("true"), List.of(), null, null, 0, 1, 2));
    return harness.posix.lastSpawned();
  }

  @Test
  void aProgramConfiguredOtherwiseIsStoppedAsItWasToBeAndStartedAnew() {
    FakeProcess child =
        running(Configs.program("cat").stop(Signals.SIGUSR1, 5, false, false).build());
    harness.kill();
    reconfigure(Configs.program("cat").command("/bin/cat -u").build());
    harness.revive();
    harness.until(() -> harness.posix.spawned().size() == 2);
    assertThat(child.signals()).containsExactly(Signals.SIGUSR1);
    assertThat(child.alive()).isFalse();
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(harness.log.lines)
        .contains(
            "WARN not adopted: 'cat' with pid "
                + child.pid()
                + ": its configuration has changed; stopped to be started anew");
  }

  @Test
  void anotherPolicyTakesEffectOnTheChildThereIs() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    reconfigure(Configs.program("cat").autorestart(AutoRestart.NEVER).priority(3).build());
    harness.revive();
    harness.turnWhileBusy();
    assertThat(child.alive()).isTrue();
    child.exit(7);
    harness.until(() -> harness.state("cat") == ProcessState.EXITED);
  }

  @Test
  void aProgramConfiguredNoMoreIsStopped() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    harness.configured.clear();
    harness.revive();
    harness.until(() -> !child.alive());
    harness.turnWhileBusy();
    assertThat(harness.loop.handle().snapshot().processes()).isEmpty();
    assertThat(harness.log.lines)
        .contains(
            "WARN not adopted: 'cat' with pid "
                + child.pid()
                + ": it is configured no more; stopped",
            "WARN stopped: cat (terminated by SIGTERM)");
    assertThat(harness.output.openChildren()).isZero();
  }

  @Test
  void theEndWaitsForProgramsConfiguredNoMore() {
    harness.posix.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(3)));
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    harness.configured.clear();
    harness.revive();
    harness.end(SupervisorState.SHUTDOWN);
    harness.untilEnd();
    assertThat(child.alive()).isFalse();
  }

  @Test
  void theEndDoesNotWaitForProgramsThatCannotBeStopped() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    harness.configured.clear();
    harness.revive();
    harness.posix.failNext("pidfdKill", Errno.EPERM);
    harness.turnWhileBusy();
    harness.end(SupervisorState.SHUTDOWN);
    harness.untilEnd();
    assertThat(child.alive()).isTrue();
  }

  @Test
  void aListenerIsReplacedAsNobodyKnowsWhatItHasDone() {
    ProcessConfig listener = Configs.process("pool", "listener").build();
    GroupConfig pool =
        new GroupConfig.ListenerPool(
            "pool", -1, List.of(listener), 10, Set.of(EventType.TICK), null, false);
    harness.add(pool);
    harness.until(() -> harness.stateOf("pool", "listener") == ProcessState.RUNNING);
    FakeProcess child = harness.posix.lastSpawned();
    harness.kill();
    harness.revive();
    harness.until(() -> harness.posix.spawned().size() == 2);
    assertThat(child.alive()).isFalse();
    harness.until(() -> harness.stateOf("pool", "listener") == ProcessState.RUNNING);
  }

  @Test
  void fastCgiProcessesKeepTheSocketTheyShare() {
    ProcessConfig one = Configs.process("web", "one").build();
    ProcessConfig two = Configs.process("web", "two").build();
    harness.add(
        new GroupConfig.FastCgi(
            "web", 999, List.of(one, two), new SocketConfig.Tcp("localhost", 9000, null)));
    harness.until(() -> harness.stateOf("web", "two") == ProcessState.RUNNING);
    harness.kill();
    harness.revive();
    harness.turnWhileBusy();
    harness.posix.lastSpawned().exit(9);
    harness.until(() -> harness.posix.spawned().size() == 3);
    assertThat(harness.posix.environment().deeds())
        .filteredOn(deed -> deed.startsWith("listenTcp"))
        .hasSize(1);
    harness.end(SupervisorState.SHUTDOWN);
    harness.untilEnd();
  }

  @Test
  void programsWhosePipesCannotBeHadAreReplaced() {
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    harness.posix.failNext("reopenPipeOf", Errno.EACCES);
    harness.revive();
    harness.until(() -> harness.posix.spawned().size() == 2);
    assertThat(child.alive()).isFalse();
  }

  @Test
  void afterAnInterruptedShutdownAllIsStartedAfreshButWhatAUserStopped() {
    FakeProcess child = running(Configs.program("a").build());
    running(Configs.program("b").build());
    var stopped = harness.stop(one("b"), true);
    harness.until(() -> stopped.given);
    harness.end(SupervisorState.SHUTDOWN);
    harness.turn();
    harness.kill();
    harness.revive();
    harness.until(() -> harness.state("a") == ProcessState.RUNNING);
    assertThat(child.alive()).isFalse();
    assertThat(harness.state("b")).isEqualTo(ProcessState.STOPPED);
  }

  @Test
  void nothingIsAdoptedAfterAnOrderlyEnd() {
    running(Configs.program("cat").build());
    harness.end(SupervisorState.SHUTDOWN);
    harness.untilEnd();
    harness.output.discardJournal();
    harness.kill();
    harness.revive();
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(harness.posix.spawned()).hasSize(2);
  }

  @Test
  void requestsForAProcessBeingReplacedDoNotMakeTwo() {
    harness.posix.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(3)));
    FakeProcess child = running(Configs.program("cat").build());
    harness.kill();
    reconfigure(Configs.program("cat").command("/bin/cat -u").build());
    harness.revive();
    var start = harness.start(one("cat"), true);
    harness.until(() -> start.given);
    assertThat(start.fault().fault()).isEqualTo(Fault.ABNORMAL_TERMINATION);
    assertThat(child.alive()).isTrue();
    assertThat(harness.posix.spawned()).hasSize(1);
  }

  private FakeProcess running(ProcessConfig program) {
    harness.add(program);
    String name = program.id().name();
    harness.until(() -> harness.state(name) == ProcessState.RUNNING);
    return harness.child(name);
  }

  private void reconfigure(ProcessConfig program) {
    String group = program.id().group();
    harness.configured.put(group, new GroupConfig.Programs(group, 999, List.of(program)));
  }
}
