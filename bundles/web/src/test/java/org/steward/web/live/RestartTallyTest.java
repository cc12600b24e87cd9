package org.steward.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;

class RestartTallyTest {
  private static final ProcessId WEB = new ProcessId("web", "web");

  private final RestartTally tally = new RestartTally();
  private long now = Duration.ofDays(20_000).toMillis();

  private static ProcessSnapshot restarted(long times) {
    return new ProcessSnapshot(
        WEB, ProcessState.STARTING, 1, 0, 0, "", 0, 0, times, false, "", "", 999);
  }

  private void passes(Duration time) {
    now += time.toMillis();
  }

  private int count() {
    return tally.inTheLastHour(WEB, now);
  }

  @Test
  void countsWhatHappenedSinceItBeganAndForgetsItAfterAnHour() {
    tally.begin(List.of(restarted(7)));
    assertThat(count()).isZero();
    tally.started(restarted(8), now);
    passes(Duration.ofMinutes(30));
    tally.started(restarted(10), now);
    assertThat(count()).isEqualTo(3);
    passes(Duration.ofMinutes(31));
    assertThat(count()).isEqualTo(2);
    passes(Duration.ofMinutes(30));
    assertThat(count()).isZero();
  }

  @Test
  void restartBeforeItBeganCountsIfItWasTheLastStartAndLately() {
    long start = now / 1000 - Duration.ofMinutes(59).toSeconds();
    tally.begin(
        List.of(
            new ProcessSnapshot(
                WEB, ProcessState.RUNNING, 1, start, 0, "", 0, 0, 5, false, "", "", 999)));
    assertThat(count()).isEqualTo(1);
    passes(Duration.ofMinutes(2));
    assertThat(count()).isZero();
  }

  @Test
  void startThatWasAskedForIsNone() {
    tally.started(restarted(0), now);
    tally.started(restarted(0), now);
    assertThat(count()).isZero();
  }

  @Test
  void hoursLaterTheSamePlacesCountAnew() {
    for (int i = 1; i <= 600; i++) {
      tally.started(restarted(i), now);
      passes(Duration.ofMinutes(1));
    }
    assertThat(count()).isBetween(59, 60);
  }

  @Test
  void groupThatIsGoneIsForgotten() {
    tally.started(restarted(3), now);
    tally.removed("web");
    assertThat(count()).isZero();
  }
}
