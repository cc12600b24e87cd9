package org.steward.core.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {
  /** The monotonic clock may begin anywhere, and pass the greatest long. */
  private static final long BEGIN = Long.MAX_VALUE - 5;

  private final Timers timers = new Timers(() -> BEGIN);
  private final List<String> fired = new ArrayList<>();

  private Timers.Timer set(long nanos, String name) {
    return timers.after(nanos, () -> fired.add(name));
  }

  private void fire(long nanos) {
    timers.fire(BEGIN + nanos, Runnable::run);
  }

  @Test
  void timersFireInTheOrderOfTheirDeadlinesAndOnlyOnce() {
    set(20, "late");
    set(10, "early");
    set(30, "not yet");
    fire(25);
    fire(25);
    assertThat(fired).containsExactly("early", "late");
  }

  @Test
  void timersOfOneDeadlineFireInTheOrderTheyWereSet() {
    set(10, "a");
    set(10, "b");
    set(10, "c");
    fire(10);
    assertThat(fired).containsExactly("a", "b", "c");
  }

  @Test
  void aCancelledTimerNeitherFiresNorWakes() {
    Timers.Timer cancelled = set(10, "cancelled");
    set(20, "kept");
    cancelled.cancel();
    assertThat(timers.untilNext(BEGIN)).isEqualTo(20);
    fire(20);
    assertThat(fired).containsExactly("kept");
  }

  @Test
  void theTimeUntilTheNextIsNeverNegativeWhereThereIsOne() {
    assertThat(timers.untilNext(BEGIN)).isEqualTo(-1);
    set(10, "a");
    assertThat(timers.untilNext(BEGIN + 4)).isEqualTo(6);
    assertThat(timers.untilNext(BEGIN + 11)).isZero();
  }
}
