package org.steward.core.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DaemonEnvironmentTest {
  @Test
  void childrenDoNotSeeWhatTheLauncherAdded() {
    assertThat(
            DaemonEnvironment.forChildren(
                Map.of(
                    "_JAVA_SR_SIGNUM",
                    "16",
                    "STEWARD_DETACHED",
                    "1",
                    "STEWARD_SIGNALS_UNBLOCKED",
                    "1",
                    "A",
                    "b")))
        .containsExactly(Map.entry("A", "b"));
  }

  @Test
  void variablesThatWereSetAsideGetTheirNamesBack() {
    assertThat(DaemonEnvironment.forChildren(Map.of("STEWARD_KEPT_JAVA_TOOL_OPTIONS", "-Xmx1g")))
        .containsExactly(Map.entry("JAVA_TOOL_OPTIONS", "-Xmx1g"));
  }

  @Test
  void theEnvironmentOfThisProcessIsRead() {
    assertThat(DaemonEnvironment.read()).containsKey("PATH");
  }
}
