package org.steward.samples.httpok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientProbeTest {
  private final List<Duration> pauses = new ArrayList<>();
  private int failures;

  private Probe probe(int seconds) {
    Probe probe =
        () -> {
          if (failures-- > 0) {
            throw new ConnectException("refused");
          }
          return new Probe.Answer(200, "");
        };
    return new PatientProbe(probe, Duration.ofSeconds(seconds), pauses::add);
  }

  @Test
  void aServerMayTakeTheTimeoutToListen() throws Exception {
    failures = 2;
    assertThat(probe(30).ask().status()).isEqualTo(200);
    assertThat(pauses).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  @Test
  void withTheDefaultTimeoutOneTryMustDo() {
    failures = 1;
    assertThatThrownBy(() -> probe(10).ask()).isInstanceOf(ConnectException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void otherFailuresAreNotWaitedOut() {
    Probe broken =
        () -> {
          throw new IOException("reset");
        };
    assertThatThrownBy(new PatientProbe(broken, Duration.ofSeconds(60), pauses::add)::ask)
        .hasMessage("reset");
    assertThat(pauses).isEmpty();
  }
}
