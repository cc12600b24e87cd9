package org.steward.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.api.control.Fault;
import org.steward.api.control.Severity;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

class FakesTest {
  @Test
  void processesAreShownInTheirGroups() {
    FakeSupervisor supervisor =
        new FakeSupervisor()
            .with("web:a", ProcessState.RUNNING, 7)
            .with("cron", ProcessState.STOPPED, 0)
            .with("web:b", ProcessState.RUNNING, 8);
    assertThat(supervisor.snapshot().groups())
        .extracting(GroupSnapshot::name)
        .containsExactly("web", "cron");
    assertThat(supervisor.snapshot().process(new ProcessId("web", "b")).orElseThrow().pid())
        .isEqualTo(8);
  }

  @Test
  void ordersAreNotedAndRefusedAsTold() {
    FakeSupervisor supervisor =
        new FakeSupervisor().refuse("stop a:a", new SupervisorFault(Fault.NOT_RUNNING));
    ProcessId id = new ProcessId("a", "a");
    assertThatThrownBy(() -> supervisor.stopProcess(id, true).toCompletableFuture().join())
        .hasCauseInstanceOf(SupervisorFault.class);
    supervisor.startProcess(id, true).toCompletableFuture().join();
    assertThat(supervisor.orders()).containsExactly("stop a:a", "start a:a");
  }

  @Test
  void linesOfTheLogHaveTheirLevels() {
    FakeLogs logs = new FakeLogs();
    logs.write(Severity.WARN, "gone");
    assertThat(logs.lines()).containsExactly("WARN gone");
  }

  @Test
  void sectionsKnowTheirLines() {
    PluginSection section = Sections.of("[webhook:ops]\nurl=x\nretries = many\n");
    assertThat(section.suffix()).isEqualTo("ops");
    assertThatThrownBy(() -> section.integer("retries", 1, 0, 9))
        .isInstanceOf(SectionException.class)
        .hasMessageStartingWith("supervisord.conf:3: [webhook:ops] retries=many: ");
  }
}
