package org.steward.core.loop;

import java.util.Arrays;
import java.util.List;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.core.process.Moment;

/**
 * Emits TICK events when a period's wall-clock slice changes. Wakes the loop once in five seconds
 * at the slice's border. On the loop only.
 */
final class Ticks {
  private static final int[] PERIODS = {5, 60, 3600};

  private final LoopParts parts;
  private final long[] last = new long[PERIODS.length];

  Ticks(LoopParts parts) {
    this.parts = parts;
  }

  /** The last slice of each period. */
  List<Long> last() {
    return Arrays.stream(last).boxed().toList();
  }

  /** Goes on where an earlier loop was: a tick that was due meanwhile comes now. */
  void resume(List<Long> slices) {
    for (int i = 0; i < PERIODS.length; i++) {
      last[i] = slices.get(i);
    }
    wake();
  }

  void begin() {
    long now = parts.turn().now().wallSeconds();
    for (int i = 0; i < PERIODS.length; i++) {
      last[i] = slice(PERIODS[i], now);
    }
    sleep(now);
  }

  private void wake() {
    long now = parts.turn().now().wallSeconds();
    for (int i = 0; i < PERIODS.length; i++) {
      long present = slice(PERIODS[i], now);
      if (present != last[i]) {
        last[i] = present;
        parts.turn().emit(new Tick(PERIODS[i], present));
      }
    }
    sleep(now);
  }

  private void sleep(long now) {
    long left = PERIODS[0] - now % PERIODS[0];
    parts.timers().after(left * Moment.SECOND, this::wake);
  }

  private static long slice(int period, long now) {
    return now - now % period;
  }
}
