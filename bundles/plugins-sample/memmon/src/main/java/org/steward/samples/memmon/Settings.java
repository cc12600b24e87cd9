package org.steward.samples.memmon;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;

/**
 * What the section says, under the names of the original's options.
 *
 * @param programs limits in bytes of processes, by {@code name} or {@code group:name}
 * @param groups limits of each process of a group
 * @param any the limit of every process; as large as can be for none
 * @param cumulative whether a process's descendants count as well
 * @param uptime only restarts of processes that ran this many seconds at most are told by mail
 */
record Settings(
    Map<String, Long> programs,
    Map<String, Long> groups,
    long any,
    boolean cumulative,
    long uptime) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})([smhd]?)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(kb|mb|gb|)");

  static Settings of(PluginSection section) throws SectionException {
    section.allowOnly(
        "program",
        "group",
        "any",
        "cumulative",
        "uptime",
        "events",
        "name",
        "email",
        "sendmail_program");
    Settings settings =
        new Settings(
            section.get("program", Map.of(), Settings::limits),
            section.get("group", Map.of(), Settings::limits),
            section.bytes("any", Long.MAX_VALUE),
            section.flag("cumulative", false),
            section.get("uptime", Long.MAX_VALUE, Settings::seconds));
    if (settings.programs.isEmpty() && settings.groups.isEmpty() && section.find("any") == null) {
      throw new SectionException(section, null, "expected a limit: program, group or any");
    }
    return settings;
  }

  private static Map<String, Long> limits(String text) {
    Map<String, Long> limits = new LinkedHashMap<>();
    for (String item : text.split(",")) {
      int end = item.lastIndexOf('=');
      Matcher size = SIZE.matcher(item.substring(end + 1).strip().toLowerCase(Locale.ROOT));
      if (end < 1 || !size.matches()) {
        throw new IllegalArgumentException("expected name=size, as web=200MB, db:main=1GB");
      }
      long unit =
          switch (size.group(2)) {
            case "kb" -> 1 << 10;
            case "mb" -> 1 << 20;
            case "gb" -> 1 << 30;
            default -> 1;
          };
      limits.put(item.substring(0, end).strip(), Long.parseLong(size.group(1)) * unit);
    }
    return limits;
  }

  private static long seconds(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      throw new IllegalArgumentException("expected a time as 90, 90s, 10m, 2h or 1d");
    }
    long unit =
        switch (time.group(2)) {
          case "m" -> 60;
          case "h" -> 3600;
          case "d" -> 86_400;
          default -> 1;
        };
    return Long.parseLong(time.group(1)) * unit;
  }
}
