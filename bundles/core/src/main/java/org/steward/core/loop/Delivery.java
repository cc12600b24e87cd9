package org.steward.core.loop;

import org.steward.api.event.SupervisorEvent;

/** Hands what was emitted to the event listener bundle. On the loop only. */
record Delivery(LoopParts parts, Opening opening, Guard guard) {
  /** Hands out what the turn has emitted, but for what has to wait until all groups are there. */
  void all() {
    for (SupervisorEvent event = parts.turn().nextEvent();
        event != null;
        event = parts.turn().nextEvent()) {
      if (!opening.holds(event)) {
        hand(event);
      }
    }
    opening.release().forEach(this::hand);
  }

  private void hand(SupervisorEvent event) {
    guard.run(event, () -> parts.listeners().pass(protocol -> protocol.published(event)));
  }
}
