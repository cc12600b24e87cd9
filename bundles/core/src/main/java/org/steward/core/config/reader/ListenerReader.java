package org.steward.core.config.reader;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.steward.api.event.EventType;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.GroupOptions;
import org.steward.core.config.schema.ProgramOptions;

/** Reads an {@code [eventlistener:x]}. */
final class ListenerReader {
  private final Context context;
  private final ProgramReader programs;

  ListenerReader(Context context, ProgramReader programs) {
    this.context = context;
    this.programs = programs;
  }

  GroupConfig.ListenerPool read(IniSection section) {
    SectionValues values = context.values(section);
    String name = SectionName.of(section, context);
    if (values.get(ProgramOptions.REDIRECT_STDERR)) {
      values.reject(
          ProgramOptions.REDIRECT_STDERR,
          "expected false, as standard output belongs to the event protocol");
    }
    String handler = values.get(GroupOptions.RESULT_HANDLER);
    List<ProcessConfig> processes = programs.read(section, name);
    return new GroupConfig.ListenerPool(
        name,
        values.get(GroupOptions.POOL_PRIORITY),
        processes,
        values.get(GroupOptions.BUFFER_SIZE),
        events(values),
        handler.equals(GroupOptions.RESULT_HANDLER.fallback()) ? null : handler,
        values.get(GroupOptions.LEN_IN_BYTES));
  }

  private static Set<EventType> events(SectionValues values) {
    Set<EventType> events = EnumSet.noneOf(EventType.class);
    List<String> names = values.require(GroupOptions.EVENTS);
    if (names == null) {
      return events;
    }
    if (names.isEmpty()) {
      values.reject(GroupOptions.EVENTS, "expected at least one event type");
    }
    for (String name : names) {
      event(values, name).ifPresent(events::add);
    }
    return events;
  }

  private static Optional<EventType> event(SectionValues values, String text) {
    String name = text.toUpperCase(Locale.ROOT);
    Optional<EventType> event =
        Arrays.stream(EventType.values()).filter(type -> type.name().equals(name)).findFirst();
    if (event.isEmpty()) {
      List<String> known = Arrays.stream(EventType.values()).map(EventType::name).toList();
      values.reject(
          GroupOptions.EVENTS, "unknown event type " + name + Spelling.suggestion(name, known));
    }
    return event;
  }
}
