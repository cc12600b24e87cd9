package org.steward.eventlisteners.protocol;

import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;

/**
 * An event that at least one pool has taken. Pools share it, so that its payload is rendered once,
 * and not at all where every pool drops it.
 */
final class PublishedEvent {
  private final SupervisorEvent event;
  private final long serial;
  private @Nullable Payload payload;

  /**
   * An event that a pool takes.
   *
   * @param serial its number among all events taken by pools, from 0
   */
  PublishedEvent(SupervisorEvent event, long serial) {
    this.event = event;
    this.serial = serial;
  }

  SupervisorEvent event() {
    return event;
  }

  long serial() {
    return serial;
  }

  Payload payload() {
    Payload rendered = payload;
    if (rendered == null) {
      rendered = Payload.of(event);
      payload = rendered;
    }
    return rendered;
  }
}
