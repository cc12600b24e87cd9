package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessState;
import org.steward.core.config.AutoRestart;
import org.steward.core.posix.Errno;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

class RemainsTest {
  private LoopHarness harness = new LoopHarness();
  private final List<FakeProcess> offspring = new ArrayList<>();

  @AfterEach
  void allIsSoundAndNoOutputLeftOpen() {
    harness.assertSound();
    assertThat(harness.output.openChildren()).isZero();
  }

  @Test
  void whatAStoppedProgramLeavesIsKilledBeforeItCountsAsStopped() {
    family(Configs.program("p").killtree());
    var answer = harness.stop(one("p"), true);
    harness.until(() -> answer.given);
    assertThat(offspring).hasSize(2).noneMatch(FakeProcess::alive);
    assertThat(harness.log.lines)
        .anyMatch(line -> line.startsWith("INFO killed what 'p' (1001) left behind: [100"));
  }

  @Test
  void whatACrashedProgramLeavesIsGoneBeforeItStartsAgain() {
    family(Configs.program("p").killtree().autorestart(AutoRestart.ALWAYS));
    List<FakeProcess> first = List.copyOf(offspring);
    harness.child("p").exit(1);
    harness.until(() -> harness.posix.spawned().size() == 2);
    assertThat(first).noneMatch(FakeProcess::alive);
    stop();
  }

  @Test
  void byDefaultItIsLeftAlone() {
    family(Configs.program("p"));
    stop();
    assertThat(offspring).allMatch(FakeProcess::alive);
  }

  @Test
  void whatCannotBeKilledIsNamedAndKeepsNobodyWaiting() {
    family(Configs.program("p").killtree());
    harness.posix.failNext("pidfdKill", 0); // that of the program itself
    harness.posix.failNext("pidfdKill", Errno.EPERM);
    harness.posix.failNext("pidfdKill", 0);
    harness.posix.failNext("pidfdKill", Errno.EPERM);
    stop();
    assertThat(harness.log.lines)
        .anyMatch(line -> line.contains("cannot kill what 'p' (1001) left behind: [1002]"));
    assertThat(harness.process("p", "p").spawnError()).isEqualTo("left behind: [1002]");
  }

  @Test
  void aSearchThatFailsKeepsNobodyWaiting() {
    family(Configs.program("p").killtree());
    harness.posix.failNext("relativesOf", Errno.EMFILE);
    stop();
  }

  @Test
  void whatIsInItsControlGroupIsKilledThoughNoSearchFindsIt() {
    harness = LoopHarness.isolating();
    family(Configs.program("p").killtree());
    harness.posix.failNext("relativesOf", Errno.EMFILE);
    harness.posix.failNext("relativesOf", Errno.EMFILE);
    stop();
    assertThat(offspring).hasSize(2).noneMatch(FakeProcess::alive);
    assertThat(harness.log.lines)
        .anyMatch(line -> line.startsWith("INFO killed what 'p' (1001) left behind: [100"));
  }

  @Test
  void whereThereAreNoControlGroupsASearchDoesAndTheLogSaysSo() {
    harness = LoopHarness.isolating();
    harness.posix.failNext("makeGroup", Errno.EACCES);
    family(Configs.program("p").killtree());
    stop();
    assertThat(offspring).hasSize(2).noneMatch(FakeProcess::alive);
    assertThat(harness.log.lines)
        .anyMatch(line -> line.startsWith("WARN no control group for 'p': expected cgroup v2"));
  }

  private void family(Configs config) {
    harness.posix.scriptProcesses(
        request ->
            new ProcessScript() {
              @Override
              public void started(FakeProcess self) {
                offspring.add(self.fork(ProcessScript.ignoring(15)));
                offspring.add(self.fork(ProcessScript.ignoring(15)));
              }

              @Override
              public void signalled(FakeProcess self, int signal) {
                self.defaultAction(signal);
              }
            });
    harness.add(config.build());
    harness.until(() -> harness.state("p") == ProcessState.RUNNING);
  }

  private void stop() {
    var answer = harness.stop(one("p"), true);
    harness.until(() -> answer.given);
    assertThat(harness.state("p")).isEqualTo(ProcessState.STOPPED);
  }
}
