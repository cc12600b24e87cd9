package org.steward.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steward.api.control.ProcessSettings;
import org.steward.api.event.EventType;
import org.steward.api.process.ProcessId;

class EffectiveSettingsTest {
  private static final ProcessConfig PROCESS =
      new ProcessConfig(
          new ProcessId("g", "p"),
          "run it",
          new StartPolicy(999, true, 1, 3),
          new RestartPolicy(AutoRestart.UNEXPECTED, List.of(0, 2)),
          new StopPolicy(15, 10, true, true),
          new Surroundings(
              new Account("www", 33, 33, "/"), 022, "/srv", Map.of("TOKEN", "secret"), null),
          new OutputConfig(stream(new LogTarget.Auto(), 50 << 20), none(), true));

  private static StreamConfig stream(LogTarget target, long maxBytes) {
    return new StreamConfig(target, maxBytes, 10, 1000, false, true);
  }

  private static StreamConfig none() {
    return stream(new LogTarget.None(), 0);
  }

  private static ProcessSettings only(GroupConfig group) {
    return EffectiveSettings.of(List.of(group)).getFirst();
  }

  @Test
  void valuesAreSpelledAsInTheFile() {
    assertThat(only(new GroupConfig.Programs("g", 1, List.of(PROCESS))).values())
        .containsEntry("command", "run it")
        .containsEntry("user", "www")
        .containsEntry("umask", "022")
        .containsEntry("exitcodes", "0,2")
        .containsEntry("stopsignal", "TERM")
        .containsEntry("stdout_logfile", "AUTO")
        .containsEntry("stdout_logfile_maxbytes", "50MB")
        .containsEntry("stdout_capture_maxbytes", "1000")
        .containsEntry("stderr_logfile", "NONE")
        .containsEntry("stderr_logfile_maxbytes", "0")
        .doesNotContainKey("serverurl")
        .satisfies(values -> assertThat(values.keySet()).first().isEqualTo("command"));
  }

  @Test
  void whatMakesAGroupSpecialIsAmongThem() {
    GroupConfig pool =
        new GroupConfig.ListenerPool(
            "g", 1, List.of(PROCESS), 10, Set.of(EventType.TICK_5, EventType.TICK_60), null, false);
    assertThat(only(pool).values())
        .containsEntry("buffer_size", "10")
        .containsEntry("events", "TICK_5,TICK_60");
  }

  @Test
  void secretsAreNotInTheWords() {
    assertThat(only(new GroupConfig.Programs("g", 1, List.of(PROCESS))).toString())
        .contains("TOKEN")
        .doesNotContain("secret");
  }
}
