package org.steward.core.output;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.steward.api.event.SupervisorEvent;
import org.steward.core.eventloop.Timers;

/**
 * Events of one stream on their way to the supervision loop. Where it has no room they wait here,
 * in order, and the stream is left unread until they are taken. Loop only.
 */
final class EventOffers {
  private static final long RETRY_NANOS = 10_000_000;

  private final OutputNotices notices;
  private final Timers timers;
  private final Runnable onTaken;
  private final Queue<SupervisorEvent> waiting = new ArrayDeque<>();

  /**
   * A way to the supervision loop.
   *
   * @param onTaken called when nothing waits any more
   */
  EventOffers(OutputNotices notices, Timers timers, Runnable onTaken) {
    this.notices = notices;
    this.timers = timers;
    this.onTaken = onTaken;
  }

  void offer(SupervisorEvent event) {
    if (!waiting.isEmpty()) {
      waiting.add(event);
    } else if (!notices.event(event)) {
      waiting.add(event);
      timers.after(RETRY_NANOS, this::offerAgain);
    }
  }

  /** Those that wait, in order. */
  List<SupervisorEvent> held() {
    return List.copyOf(waiting);
  }

  boolean waiting() {
    return !waiting.isEmpty();
  }

  private void offerAgain() {
    for (SupervisorEvent next = waiting.peek(); next != null; next = waiting.peek()) {
      if (!notices.event(next)) {
        timers.after(RETRY_NANOS, this::offerAgain);
        return;
      }
      waiting.remove();
    }
    onTaken.run();
  }
}
