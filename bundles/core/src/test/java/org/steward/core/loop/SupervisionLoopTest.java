package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.SocketConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;
import org.steward.core.spi.PoolsMemory;

class SupervisionLoopTest {
  private final LoopHarness harness = new LoopHarness();

  @AfterEach
  void theKernelWasUsedSoundly() {
    assertThat(harness.posix.misuses()).isEmpty();
    assertThat(harness.log.lines).noneMatch(line -> line.contains("supervision loop:"));
  }

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
  void theConfiguredGroupsAreToldOfBeforeTheSupervisorRunsAndItsProgramsStart() {
    LoopHarness fresh =
        new LoopHarness(
            new GroupConfig.Programs("a", 1, List.of(Configs.program("a").build())),
            new GroupConfig.Programs("b", 2, List.of(Configs.program("b").build())));
    fresh.until(() -> fresh.state("b") == ProcessState.RUNNING);
    assertThat(fresh.events.stream().map(SupervisorEvent::type).limit(5))
        .containsExactly(
            EventType.PROCESS_GROUP_ADDED,
            EventType.PROCESS_GROUP_ADDED,
            EventType.SUPERVISOR_STATE_CHANGE_RUNNING,
            EventType.PROCESS_STATE_STARTING,
            EventType.PROCESS_STATE_STARTING);
  }

  @Test
  void aPoolIsToldOfTheGroupsThatComeAfterIt() {
    LoopHarness fresh =
        new LoopHarness(
            new GroupConfig.Programs("a", -2, List.of(Configs.program("a").build())),
            new GroupConfig.ListenerPool(
                "pool",
                -1,
                List.of(Configs.process("pool", "l").build()),
                10,
                Set.of(EventType.EVENT),
                null,
                false),
            new GroupConfig.Programs("b", 1, List.of(Configs.program("b").build())));
    fresh.until(() -> fresh.state("b") == ProcessState.RUNNING);
    assertThat(fresh.listeners.missed.get("pool"))
        .containsExactly(new ProcessGroupChanged("a", true));
    assertThat(fresh.events.stream().limit(3))
        .containsExactly(
            new ProcessGroupChanged("a", true),
            new ProcessGroupChanged("pool", true),
            new ProcessGroupChanged("b", true));
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
  void aProgramThatEndsAtOnceAgainAndAgainIsStartedFourTimesASecond() {
    harness.posix.scriptProcesses(request -> ProcessScript.exitingAfter(Duration.ofMillis(1), 0));
    harness.add(Configs.program("cat").startsecs(0).autorestart(AutoRestart.ALWAYS).build());
    harness.pass(Duration.ofSeconds(10));
    assertThat(harness.posix.spawned()).hasSizeBetween(40, 41);
    assertThat(harness.process("cat", "cat").restarts())
        .isEqualTo(harness.posix.spawned().size() - 1);
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

  @Test
  void usr2ReopensTheLogs() {
    harness.posix.raise(Signals.SIGUSR2);
    harness.until(() -> harness.output.reopened == 1);
    assertThat(harness.log.lines)
        .containsExactly("INFO received SIGUSR2 indicating log reopen request");
  }

  @Test
  void aGroupIsRemovedOnlyOnceItIsStopped() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var refused = harness.remove("cat");
    harness.until(() -> refused.given);
    assertThat(refused.fault().fault()).isEqualTo(Fault.STILL_RUNNING);
    var stop = harness.stop(new Selection.All(), true);
    harness.until(() -> stop.given);
    var removed = harness.remove("cat");
    harness.until(() -> removed.given);
    assertThat(removed.failure).isNull();
    assertThat(harness.loop.handle().snapshot().group("cat")).isEmpty();
    assertThat(harness.events.getLast().type()).isEqualTo(EventType.PROCESS_GROUP_REMOVED);
  }

  @Test
  void theSocketOfAFastCgiGroupIsOpenWhileAnyOfItsProcessesRuns() {
    harness.add(
        new GroupConfig.FastCgi(
            "fcgi",
            999,
            List.of(Configs.process("fcgi", "a").build(), Configs.process("fcgi", "b").build()),
            new SocketConfig.Tcp("localhost", 9002, null)));
    harness.until(() -> harness.stateOf("fcgi", "b") == ProcessState.RUNNING);
    var stop = harness.stop(new Selection.Group("fcgi"), true);
    harness.until(() -> stop.given);
    assertThat(harness.log.lines.stream().filter(line -> line.contains("socket")))
        .containsExactly(
            "INFO Creating socket tcp://localhost:9002",
            "INFO Closing socket tcp://localhost:9002");
  }

  @Test
  void aListenerIsAnnouncedHeardAndWrittenTo() {
    ProcessId id = new ProcessId("pool", "l");
    harness.add(
        new GroupConfig.ListenerPool(
            "pool",
            -1,
            List.of(Configs.process("pool", "l").build()),
            10,
            Set.of(EventType.TICK_5),
            null,
            false));
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.RUNNING);
    var child = harness.posix.lastSpawned();
    child.print("READY\n");
    harness.turnWhileBusy();
    assertThat(harness.listeners.calls)
        .containsExactly("added pool", "started " + id, "running " + id, "received READY\n");
    assertThat(harness.listeners.host).isNotNull();
    assertThat(
            harness.listeners.host.send(
                id, "ver:3.0".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(child.readInput()).isEqualTo("ver:3.0");
    var stop = harness.stop(new Selection.All(), true);
    harness.until(() -> stop.given);
    assertThat(harness.listeners.calls).endsWith("stopping " + id, "ended " + id);
  }

  @Test
  void aListenerBundleThatComesAgainGoesOnWhereItWasAndIsToldWhatItMissed() {
    ProcessId id = new ProcessId("pool", "l");
    harness.add(
        new GroupConfig.ListenerPool(
            "pool",
            -1,
            List.of(Configs.process("pool", "l").build()),
            10,
            Set.of(EventType.TICK_5),
            null,
            false));
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.RUNNING);
    var detached = harness.loop.handle().detachListeners().toCompletableFuture();
    harness.turnWhileBusy();
    assertThat(detached).isCompleted();
    assertThat(harness.listeners.calls).endsWith("running " + id, "detached");

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
    ProcessId id = new ProcessId("pool", "l");
    var group =
        new GroupConfig.ListenerPool(
            "pool",
            -1,
            List.of(Configs.process("pool", "l").autorestart(AutoRestart.NEVER).build()),
            10,
            Set.of(EventType.TICK_5),
            null,
            false);
    harness
        .loop
        .handle()
        .addGroup(new GroupSpec(group, Map.of(id, new ChildLogs("/var/log/l.log", null))));
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.RUNNING);
    var child = harness.posix.lastSpawned();
    child.print("READY\n");
    harness.turnWhileBusy();
    assertThat(harness.output.textOf(id)).isEmpty();
    harness.pass(Duration.ofMillis(100));
    assertThat(harness.output.textOf(id)).isEqualTo("READY\n");
    child.print("last words");
    child.exit(0);
    harness.until(() -> harness.stateOf("pool", "l") == ProcessState.EXITED);
    assertThat(harness.output.textOf(id)).isEqualTo("READY\nlast words");
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
