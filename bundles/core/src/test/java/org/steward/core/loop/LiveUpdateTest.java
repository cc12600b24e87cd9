package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.steward.core.output.ChildLogs;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

class LiveUpdateTest {
  private static final String GROUP = "g";

  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void aChangeThatNeedsNoRestartLeavesTheChildAlone() {
    int pid = running(Configs.process(GROUP, "a"));
    var answer =
        harness.update(
            Configs.process(GROUP, "a")
                .stop(Signals.SIGINT, 3, true, true)
                .startretries(9)
                .build());
    harness.until(() -> answer.given);
    assertThat(answer.failure).isNull();
    harness.pass(Duration.ofSeconds(2));
    assertThat(harness.process(GROUP, "a").pid()).isEqualTo(pid);
    FakeProcess child = harness.posix.lastSpawned();
    harness.stop(new Selection.Group(GROUP), true);
    harness.until(() -> state("a") == ProcessState.STOPPED);
    assertThat(child.signals()).containsExactly(Signals.SIGINT);
  }

  @Test
  void aChildThatWouldBeMadeOtherwiseIsRestartedAndItsNeighbourIsNot() {
    harness.add(Configs.process(GROUP, "a").build(), Configs.process(GROUP, "b").build());
    harness.until(() -> allRunning("a", "b"));
    int a = harness.process(GROUP, "a").pid();
    int b = harness.process(GROUP, "b").pid();
    var answer =
        harness.update(
            Configs.process(GROUP, "a").build(),
            Configs.process(GROUP, "b").command("/bin/sh").build());
    harness.until(() -> answer.given && allRunning("a", "b"));
    assertThat(harness.process(GROUP, "a").pid()).isEqualTo(a);
    assertThat(harness.process(GROUP, "b").pid()).isNotEqualTo(b);
    assertThat(harness.posix.lastSpawned().request().path()).isEqualTo("/bin/sh");
  }

  @Test
  void theOldChildIsStoppedAsItWasToBeStopped() {
    running(Configs.process(GROUP, "a").stop(Signals.SIGHUP, 2, false, false));
    FakeProcess child = harness.posix.lastSpawned();
    var answer =
        harness.update(
            Configs.process(GROUP, "a")
                .command("/bin/sh")
                .stop(Signals.SIGINT, 60, false, false)
                .build());
    harness.until(() -> answer.given && allRunning("a"));
    assertThat(child.signals()).containsExactly(Signals.SIGHUP);
  }

  @Test
  void moreProcessesStartOnlyThoseThatAreNew() {
    int pid = running(Configs.process(GROUP, "a"));
    var answer =
        harness.update(Configs.process(GROUP, "a").build(), Configs.process(GROUP, "b").build());
    harness.until(() -> answer.given && allRunning("a", "b"));
    assertThat(harness.process(GROUP, "a").pid()).isEqualTo(pid);
    assertThat(processesOf(harness.loop.handle().runningGroups().getFirst()))
        .containsExactly("a", "b");
  }

  @Test
  void fewerProcessesStopOnlyThoseThatGo() {
    harness.add(Configs.process(GROUP, "a").build(), Configs.process(GROUP, "b").build());
    harness.until(() -> allRunning("a", "b"));
    int pid = harness.process(GROUP, "a").pid();
    var answer = harness.update(Configs.process(GROUP, "a").build());
    harness.until(() -> answer.given);
    assertThat(answer.failure).isNull();
    assertThat(harness.loop.handle().snapshot().process(new ProcessId(GROUP, "b"))).isEmpty();
    assertThat(harness.process(GROUP, "a").pid()).isEqualTo(pid);
    assertThat(harness.events).noneMatch(e -> e.type() == EventType.PROCESS_GROUP_REMOVED);
  }

  @Test
  void aProcessThatIgnoresItsStopSignalIsKilledBeforeItIsStartedAnew() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    int pid = running(Configs.process(GROUP, "a").stop(Signals.SIGTERM, 5, false, false));
    FakeProcess child = harness.posix.lastSpawned();
    var answer = harness.update(Configs.process(GROUP, "a").command("/bin/sh").build());
    harness.pass(Duration.ofSeconds(4));
    assertThat(answer.given).isFalse();
    assertThat(harness.process(GROUP, "a").pid()).isEqualTo(pid);
    harness.until(() -> answer.given && allRunning("a"));
    assertThat(child.signals()).containsExactly(Signals.SIGTERM, Signals.SIGKILL);
  }

  @Test
  void oneThatHasFailedIsTriedAgain() {
    cat(ProcessScript.exitingAfter(Duration.ofMillis(1), 1));
    harness.add(Configs.process(GROUP, "a").startretries(0).build());
    harness.until(() -> state("a") == ProcessState.FATAL);
    harness.update(Configs.process(GROUP, "a").command("/bin/sh").build());
    harness.until(() -> state("a") == ProcessState.RUNNING);
  }

  @Test
  void failuresOfTheOldCommandDoNotCountAgainstTheNewOne() {
    cat(ProcessScript.exitingAfter(Duration.ofMillis(1), 1));
    harness.add(Configs.process(GROUP, "a").startretries(2).build());
    harness.pass(Duration.ofMillis(1500));
    assertThat(state("a")).isEqualTo(ProcessState.BACKOFF);
    harness.update(Configs.process(GROUP, "a").command("/bin/cat -u").startretries(2).build());
    int before = harness.posix.spawned().size();
    harness.until(() -> state("a") == ProcessState.FATAL);
    assertThat(harness.posix.spawned()).hasSize(before + 3);
  }

  @Test
  void oneItsUserStoppedStaysSoUnlessItIsMadeOtherwise() {
    running(Configs.process(GROUP, "a"));
    harness.stop(new Selection.Group(GROUP), true);
    harness.until(() -> state("a") == ProcessState.STOPPED);
    harness.update(Configs.process(GROUP, "a").startretries(7).build());
    harness.pass(Duration.ofSeconds(3));
    assertThat(state("a")).isEqualTo(ProcessState.STOPPED);
    harness.update(Configs.process(GROUP, "a").command("/bin/sh").build());
    harness.until(() -> state("a") == ProcessState.RUNNING);
  }

  @Test
  void aJobThatIsDoneIsNotDoneAgainForItsLogsSakeButFollowsItsNewPolicy() {
    cat(ProcessScript.exitingAfter(Duration.ofSeconds(2), 0));
    harness.add(Configs.process(GROUP, "a").build());
    harness.until(() -> state("a") == ProcessState.EXITED);
    harness.update(Configs.process(GROUP, "a").startretries(7).build());
    harness.pass(Duration.ofSeconds(3));
    assertThat(state("a")).isEqualTo(ProcessState.EXITED);
    harness.update(Configs.process(GROUP, "a").autorestart(AutoRestart.ALWAYS).build());
    harness.until(() -> state("a") == ProcessState.STARTING);
  }

  @Test
  void startsecsCountsForAStartThatIsUnderWay() {
    harness.add(Configs.process(GROUP, "a").startsecs(3600).build());
    harness.pass(Duration.ofSeconds(10));
    assertThat(state("a")).isEqualTo(ProcessState.STARTING);
    harness.update(Configs.process(GROUP, "a").startsecs(5).build());
    harness.pass(Duration.ofSeconds(1));
    assertThat(state("a")).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void aRunningChildsOutputIsTreatedAsNowConfigured() {
    running(Configs.process(GROUP, "a"));
    ProcessConfig wanted = Configs.process(GROUP, "a").priority(1).build();
    ChildLogs logs = new ChildLogs("/log/new", null);
    harness.update(
        new GroupSpec(
            new GroupConfig.Programs(GROUP, 999, List.of(wanted)), Map.of(wanted.id(), logs)));
    harness.turnWhileBusy();
    assertThat(harness.output.treatment(wanted.id()).logs()).isEqualTo(logs);
    assertThat(harness.process(GROUP, "a").stdoutLog()).isEqualTo("/log/new");
  }

  @Test
  void oneThatIsBeingStoppedToLeaveIsStartedAgainIfItIsWantedAfterAll() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    harness.add(Configs.process(GROUP, "a").build(), Configs.process(GROUP, "b").build());
    harness.until(() -> allRunning("a", "b"));
    harness.update(Configs.process(GROUP, "a").build());
    harness.pass(Duration.ofSeconds(1));
    assertThat(state("b")).isEqualTo(ProcessState.STOPPING);
    harness.update(Configs.process(GROUP, "a").build(), Configs.process(GROUP, "b").build());
    harness.until(() -> allRunning("a", "b"));
  }

  @Test
  void whatCannotBeStoppedIsNotForgotten() {
    running(Configs.process(GROUP, "a"));
    harness.posix.failNext("pidfdKill", Errno.EPERM);
    var answer = harness.update(Configs.process(GROUP, "a").command("/bin/sh").build());
    harness.until(() -> answer.given);
    assertThat(answer.fault().fault()).isEqualTo(Fault.FAILED);
    assertThat(state("a")).isEqualTo(ProcessState.UNKNOWN);
  }

  @Test
  void groupsOfAnotherKindAreNotMixed() {
    running(Configs.process(GROUP, "a"));
    var answer =
        harness.update(
            new GroupSpec(
                new GroupConfig.ListenerPool(
                    GROUP,
                    -1,
                    List.of(Configs.process(GROUP, "a").build()),
                    10,
                    java.util.Set.of(EventType.TICK_5),
                    null,
                    false),
                Map.of()));
    harness.until(() -> answer.given);
    assertThat(answer.fault().fault()).isEqualTo(Fault.FAILED);
    assertThat(state("a")).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void theEndOfTheSupervisorEndsAnUpdateToo() {
    harness.posix.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    running(Configs.process(GROUP, "a"));
    var answer = harness.update(Configs.process(GROUP, "a").command("/bin/sh").build());
    harness.end(SupervisorState.SHUTDOWN);
    harness.untilEnd();
    assertThat(answer.given).isTrue();
    assertThat(harness.posix.spawned()).noneMatch(FakeProcess::alive);
  }

  @Test
  void aGroupsNewPriorityHoldsAtOnce() {
    harness.add(new GroupConfig.Programs("x", 5, List.of(Configs.process("x", "x").build())));
    running(Configs.process(GROUP, "a"));
    harness.update(
        new GroupSpec(
            new GroupConfig.Programs(GROUP, 1, List.of(Configs.process(GROUP, "a").build())),
            Map.of()));
    harness.turnWhileBusy();
    assertThat(harness.loop.handle().runningGroups())
        .extracting(GroupConfig::name)
        .containsExactly(GROUP, "x");
  }

  @Test
  void anOrderOfAUserIsAnsweredThoughTheProcessLeaves() {
    running(Configs.process(GROUP, "a"));
    var leaving = harness.stop(new Selection.Group(GROUP), true);
    harness.update(new GroupSpec(new GroupConfig.Programs(GROUP, 1, List.of()), Map.of()));
    harness.until(() -> leaving.given);
    assertThat(leaving.failure).isNull();
    assertThat(harness.loop.handle().snapshot().group(GROUP).orElseThrow().processes()).isEmpty();
  }

  /** How {@code /bin/cat} behaves; whatever else is run just runs. */
  private void cat(ProcessScript script) {
    harness.posix.scriptProcesses(
        request -> request.path().equals("/bin/cat") ? script : ProcessScript.obedient());
  }

  private int running(Configs process) {
    harness.add(process.build());
    harness.until(() -> state("a") == ProcessState.RUNNING);
    return harness.process(GROUP, "a").pid();
  }

  private ProcessState state(String name) {
    return harness.stateOf(GROUP, name);
  }

  private boolean allRunning(String... names) {
    for (String name : names) {
      if (state(name) != ProcessState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  private static List<String> processesOf(GroupConfig group) {
    List<String> names = new ArrayList<>();
    group.processes().forEach(process -> names.add(process.id().name()));
    return names;
  }
}
