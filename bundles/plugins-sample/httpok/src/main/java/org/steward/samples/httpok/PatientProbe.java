package org.steward.samples.httpok;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

/** Asks again for as long as nobody listens and there is time: a server may be starting. */
final class PatientProbe implements Probe {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Probe probe;
  private final long retries;
  private final Pause pause;

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /**
   * @param patience how long nobody may listen
   */
  PatientProbe(Probe probe, Duration patience, Pause pause) {
    this.probe = probe;
    this.retries = Math.max(0, patience.toMillis() - 1) / WAIT.toMillis();
    this.pause = pause;
  }

  @Override
  public Answer ask() throws IOException, InterruptedException {
    for (long left = retries; left > 0; left--) {
      try {
        return probe.ask();
      } catch (ConnectException nobodyListens) {
        pause.of(WAIT);
      }
    }
    return probe.ask();
  }
}
