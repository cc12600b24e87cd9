package org.steward.core.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ConfigInfo;

/**
 * What {@code supervisor.getAllConfigInfo} answers: names, order and types of its values are
 * Supervisor's. What is not set reads {@code none}; numbers beyond XML-RPC's are cut to its
 * largest.
 */
public final class ConfigInfos {
  private ConfigInfos() {}

  /**
   * One answer for each process, by process name.
   *
   * @param groups the groups as configured
   * @param inUse whether a group of that name runs
   */
  public static List<ConfigInfo> of(List<GroupConfig> groups, Predicate<String> inUse) {
    List<ConfigInfo> infos = new ArrayList<>();
    for (GroupConfig group : groups) {
      boolean used = inUse.test(group.name());
      for (ProcessConfig process : group.processes()) {
        infos.add(
            new ConfigInfo(process.id(), used, group.priority(), values(group, process, used)));
      }
    }
    infos.sort(Comparator.comparing(info -> info.id().name()));
    return List.copyOf(infos);
  }

  private static Map<String, Object> values(
      GroupConfig group, ProcessConfig process, boolean inUse) {
    Account user = process.surroundings().user();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("autostart", process.start().autostart());
    values.put("autorestart", autorestart(process.restart().autorestart()));
    values.put("directory", orNone(process.surroundings().directory()));
    values.put("uid", orNone(user == null ? null : user.uid()));
    values.put("command", process.command());
    values.put("exitcodes", process.restart().exitcodes());
    values.put("group", group.name());
    values.put("group_prio", group.priority());
    values.put("inuse", inUse);
    values.put("killasgroup", process.stop().killAsGroup());
    values.put("name", process.id().name());
    values.put("process_prio", process.start().priority());
    values.put("redirect_stderr", process.output().redirectStderr());
    values.put("startretries", process.start().startretries());
    values.put("startsecs", process.start().startsecs());
    putStream(values, "stdout", process.output().stdout());
    values.put("stopsignal", process.stop().signal());
    values.put("stopwaitsecs", process.stop().waitsecs());
    putStream(values, "stderr", process.output().stderr());
    values.put("serverurl", orNone(process.surroundings().serverUrl()));
    return values;
  }

  private static void putStream(Map<String, Object> values, String name, StreamConfig stream) {
    values.put(name + "_capture_maxbytes", capped(stream.captureMaxBytes()));
    values.put(name + "_events_enabled", stream.eventsEnabled());
    values.put(name + "_logfile", logfile(stream.target()));
    values.put(name + "_logfile_backups", stream.backups());
    values.put(name + "_logfile_maxbytes", capped(stream.maxBytes()));
    values.put(name + "_syslog", stream.syslog());
  }

  private static Object autorestart(AutoRestart autorestart) {
    return switch (autorestart) {
      case NEVER -> false;
      case UNEXPECTED -> "unexpected";
      case ALWAYS -> true;
    };
  }

  private static String logfile(LogTarget target) {
    return switch (target) {
      case LogTarget.Auto auto -> "auto";
      case LogTarget.None none -> "none";
      case LogTarget.File file -> file.path();
    };
  }

  private static Object orNone(@Nullable Object value) {
    return value == null ? "none" : value;
  }

  private static int capped(long value) {
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
