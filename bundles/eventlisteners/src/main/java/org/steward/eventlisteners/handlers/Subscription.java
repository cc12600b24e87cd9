package org.steward.eventlisteners.handlers;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.steward.api.event.EventType;

/** A choice of event types, with all types below them. Immutable. */
public final class Subscription {
  private final Set<EventType> types;

  private Subscription(Set<EventType> types) {
    this.types = types;
  }

  /** The subscription to some types. */
  public static Subscription to(Collection<EventType> chosen) {
    Set<EventType> all = EnumSet.noneOf(EventType.class);
    for (EventType type : EventType.values()) {
      if (chosen.stream().anyMatch(type::isA)) {
        all.add(type);
      }
    }
    return new Subscription(all);
  }

  /** Whether events of a type belong to it. */
  public boolean includes(EventType type) {
    return types.contains(type);
  }
}
