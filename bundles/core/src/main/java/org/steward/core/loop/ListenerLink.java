package org.steward.core.loop;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.core.output.ActivityLog;
import org.steward.core.spi.ListenerProtocol;

/**
 * The loop's way to the event listener bundle, which comes after the first programs run: until it
 * is there, what it has to be told is kept in order. On the loop only.
 */
final class ListenerLink {
  /** Most calls kept; a supervisor without that bundle must not fill the memory. */
  private static final int MOST_KEPT = 20_000;

  private final ActivityLog log;
  private final ArrayDeque<Consumer<ListenerProtocol>> kept = new ArrayDeque<>();
  private @Nullable ListenerProtocol protocol;
  private boolean full;

  ListenerLink(ActivityLog log) {
    this.log = log;
  }

  /** Connects the bundle, telling it all that was kept, or disconnects it where null. */
  void attach(@Nullable ListenerProtocol present) {
    protocol = present;
    full = false;
    while (present != null && !kept.isEmpty()) {
      kept.remove().accept(present);
    }
  }

  /** Whether the bundle is there. */
  boolean isAttached() {
    return protocol != null;
  }

  /** Tells the bundle, now or once it is there. */
  void tell(Consumer<ListenerProtocol> call) {
    ListenerProtocol present = protocol;
    if (present != null) {
      call.accept(present);
    } else if (kept.size() < MOST_KEPT) {
      kept.add(call);
    } else if (!full) {
      full = true;
      log.error("no event listener bundle is running; further events are discarded");
    }
  }
}
