package org.steward.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessDescriptionTest {
  private static ProcessSnapshot process(
      ProcessState state, long startedAt, long stoppedAt, String spawnError) {
    return new ProcessSnapshot(
        new ProcessId("web", "web"),
        state,
        42,
        startedAt,
        stoppedAt,
        spawnError,
        0,
        0,
        0,
        false,
        "",
        "",
        999);
  }

  private static String describe(ProcessSnapshot process, long now) {
    return ProcessDescription.of(process, now, ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0:00:00",
        "59|0:00:59",
        "3661|1:01:01",
        "86399|23:59:59",
        "86400|1 day, 0:00:00",
        "190000|2 days, 4:46:40",
        "-5|0:00:00"
      })
  void runningProcessTellsItsPidAndUptime(long up, String expected) {
    ProcessSnapshot process = process(ProcessState.RUNNING, 1_000_000, 0, "");
    assertThat(describe(process, 1_000_000 + up)).isEqualTo("pid 42, uptime " + expected);
  }

  @Test
  void stoppedProcessTellsWhenItStopped() {
    ProcessSnapshot process = process(ProcessState.STOPPED, 1, 1_416_622_985, "");
    assertThat(describe(process, 0)).isEqualTo("Nov 22 02:23 AM");
  }

  @Test
  void processThatNeverRanSaysSo() {
    assertThat(describe(process(ProcessState.STOPPED, 0, 0, ""), 0)).isEqualTo("Not started");
  }

  @Test
  void failedProcessTellsWhy() {
    assertThat(describe(process(ProcessState.BACKOFF, 1, 1, "can't find command 'x'"), 0))
        .isEqualTo("can't find command 'x'");
    assertThat(describe(process(ProcessState.FATAL, 1, 1, ""), 0))
        .isEqualTo("unknown error (try \"tail web\")");
  }

  @Test
  void processOnItsWayHasNothingToTell() {
    assertThat(describe(process(ProcessState.STARTING, 1, 0, ""), 0)).isEmpty();
    assertThat(describe(process(ProcessState.STOPPING, 1, 0, ""), 0)).isEmpty();
  }
}
