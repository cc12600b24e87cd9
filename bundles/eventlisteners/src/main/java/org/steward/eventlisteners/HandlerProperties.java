package org.steward.eventlisteners;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.eventlisteners.handlers.Identity;
import org.steward.eventlisteners.handlers.Subscription;

/** Reads the service properties of event handlers. */
final class HandlerProperties {
  private final Consumer<String> warnings;

  HandlerProperties(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** What to call a handler in log lines and thread names, and whose it is. */
  Identity identity(SupervisorEventHandler handler, Map<String, ?> service) {
    Object component = service.get("component.name");
    Object bundle = service.get(Constants.SERVICE_BUNDLEID);
    return new Identity(
        component == null ? handler.getClass().getName() : component.toString(),
        bundle instanceof Long id ? id : -1);
  }

  /** The types a handler wants; an unknown name is warned of and left out. */
  Subscription subscription(Map<String, ?> service) {
    Object wanted = service.get(SupervisorEventHandler.EVENTS);
    if (wanted == null) {
      return Subscription.to(EnumSet.of(EventType.EVENT));
    }
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    strings(wanted).forEach(name -> type(name).ifPresent(types::add));
    return Subscription.to(types);
  }

  private Optional<EventType> type(String name) {
    try {
      return Optional.of(EventType.valueOf(name.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      warnings.accept(
          "%s: '%s' is no event type; expected one of %s"
              .formatted(SupervisorEventHandler.EVENTS, name, List.of(EventType.values())));
      return Optional.empty();
    }
  }

  /** OSGi lets a property of several values be a string, an array or a collection. */
  private static Stream<String> strings(Object value) {
    return switch (value) {
      case Object[] several -> Stream.of(several).map(String::valueOf);
      case Collection<?> several -> several.stream().map(String::valueOf);
      default -> Stream.of(value.toString());
    };
  }
}
