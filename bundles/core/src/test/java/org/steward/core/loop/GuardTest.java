package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.process.ProcessState;
import org.steward.core.process.Configs;

class GuardTest {
  static Error[] errors() {
    return new Error[] {
      new OutOfMemoryError("unable to create native thread"),
      new StackOverflowError(),
      new NoClassDefFoundError("of/a/plugin/ThatIsGone")
    };
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorBesideTheLoopDoesNotEndIt(Error error) {
    LoopHarness harness = new LoopHarness();
    harness.listeners.failure = error;
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    assertThat(harness.log.lines)
        .anyMatch(
            line -> line.startsWith("CRIT supervision loop: ") && line.contains(error.toString()));
  }
}
