package org.steward.eventlisteners;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.PoolHost;

/**
 * Brings what is wrong with handlers to the activity log, from any thread; keeps it while there is
 * none yet.
 */
final class Warnings implements Consumer<String> {
  private static final int MOST_KEPT = 100;

  private final List<String> kept = new ArrayList<>();
  private @Nullable PoolHost host;

  @Override
  public synchronized void accept(String warning) {
    PoolHost present = host;
    if (present != null) {
      present.execute(() -> present.warn(warning));
    } else if (kept.size() < MOST_KEPT) {
      kept.add(warning);
    }
  }

  /** The activity log is there, or another one than before. */
  synchronized void attached(PoolHost present) {
    host = present;
    kept.forEach(this::accept);
    kept.clear();
  }
}
