package org.steward.samples.superlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.api.testing.FakeSupervisor;

class RestartTest {
  private static final ProcessId ID = new ProcessId("web", "a");

  @Test
  void stopsThenStarts() throws Exception {
    FakeSupervisor supervisor = new FakeSupervisor();
    assertThat(Restart.of(supervisor, ID)).isEmpty();
    assertThat(supervisor.orders()).containsExactly("stop web:a", "start web:a");
  }

  @Test
  void startsAlsoWhatCouldNotBeStopped() throws Exception {
    FakeSupervisor supervisor =
        new FakeSupervisor().refuse("stop web:a", new SupervisorFault(Fault.NOT_RUNNING));
    assertThat(Restart.of(supervisor, ID)).isEqualTo("cannot stop web:a: NOT_RUNNING");
    assertThat(supervisor.orders()).containsExactly("stop web:a", "start web:a");
  }

  @Test
  void aProcessIsNamedByItsNameOrWithItsGroup() {
    assertThat(Restart.isNamed(ID, List.of("a"))).isTrue();
    assertThat(Restart.isNamed(ID, List.of("web:a"))).isTrue();
    assertThat(Restart.isNamed(ID, List.of("web"))).isFalse();
  }
}
