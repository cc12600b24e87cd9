package org.steward.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessState;
import org.steward.api.testing.FakeSupervisor;

class CompletionsTest {
  private final Completions completions =
      new Completions(
          new FakeSupervisor()
              .with("web:web_0", ProcessState.RUNNING, 11)
              .with("web:web_1", ProcessState.RUNNING, 12)
              .with("off", ProcessState.STOPPED, 0));

  @Test
  void processesGroupsAndAllFollowAnOrder() {
    assertThat(completions.of("start", List.of()))
        .containsExactly("web:web_0", "web:web_1", "off", "web:*", "all");
  }

  @Test
  void aSignalComesBeforeItsTargets() {
    assertThat(completions.of("signal", List.of())).contains("HUP", "TERM").doesNotContain("off");
    assertThat(completions.of("signal", List.of("HUP"))).contains("off");
  }

  @Test
  void aStreamComesAfterTheProcessWhateverTheOptions() {
    assertThat(completions.of("tail", List.of("-f", "off"))).containsExactly("stdout", "stderr");
  }

  @Test
  void eventsAreCompletedByTheirTypes() {
    assertThat(completions.of("events", List.of())).contains("PROCESS_STATE_FATAL", "TICK_5");
  }

  @Test
  void anUpgradesStatusIsCompleted() {
    assertThat(completions.of("upgrade", List.of())).containsExactly("status");
  }
}
