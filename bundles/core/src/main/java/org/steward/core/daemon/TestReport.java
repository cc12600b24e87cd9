package org.steward.core.daemon;

import java.util.List;
import java.util.Locale;
import org.steward.core.config.Configuration;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.LogLevel;

/** What {@code supervisord --test} says of a configuration that can be used. */
final class TestReport {
  private TestReport() {}

  /** Its oddities, one a line, and how much is in it. */
  static String report(Configuration configuration) {
    StringBuilder text = new StringBuilder();
    for (Configuration.Notice notice : configuration.notices()) {
      text.append(level(notice.level())).append(": ").append(notice.text()).append('\n');
    }
    List<GroupConfig> groups = configuration.groups();
    int processes = groups.stream().mapToInt(group -> group.processes().size()).sum();
    return text.append(configuration.file())
        .append(" can be used: groups ")
        .append(groups.size())
        .append(", processes ")
        .append(processes)
        .append('\n')
        .toString();
  }

  private static String level(LogLevel level) {
    return level.toString().toLowerCase(Locale.ROOT);
  }
}
