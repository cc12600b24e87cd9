package org.steward.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.steward.api.control.ConfigDiff;

/**
 * How a new configuration differs from what runs, by Supervisor's idea of sameness: two log targets
 * are the same where either is {@code AUTO}; of a shared socket only its URL counts, of a user only
 * the id, of the environment not the order.
 */
public final class GroupDiff {
  private GroupDiff() {}

  /**
   * Compares groups by name.
   *
   * @param running the groups that run
   * @param configured the groups as now configured
   */
  public static ConfigDiff between(List<GroupConfig> running, List<GroupConfig> configured) {
    Map<String, GroupConfig> current = byName(running);
    Map<String, GroupConfig> wanted = byName(configured);
    List<String> added =
        wanted.keySet().stream().filter(name -> !current.containsKey(name)).toList();
    List<String> removed =
        current.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
    List<String> changed =
        wanted.values().stream()
            .filter(group -> !isSame(group, current.getOrDefault(group.name(), group)))
            .map(GroupConfig::name)
            .toList();
    return new ConfigDiff(added, changed, removed);
  }

  private static Map<String, GroupConfig> byName(List<GroupConfig> groups) {
    Map<String, GroupConfig> byName = new LinkedHashMap<>();
    groups.forEach(group -> byName.put(group.name(), group));
    return byName;
  }

  private static boolean isSame(GroupConfig a, GroupConfig b) {
    return a.name().equals(b.name())
        && a.priority() == b.priority()
        && areSame(a.processes(), b.processes())
        && isSameKind(a, b);
  }

  private static boolean isSameKind(GroupConfig group, GroupConfig other) {
    return switch (group) {
      case GroupConfig.Programs a -> other instanceof GroupConfig.Programs;
      case GroupConfig.FastCgi a ->
          other instanceof GroupConfig.FastCgi b && a.socket().url().equals(b.socket().url());
      case GroupConfig.ListenerPool a ->
          other instanceof GroupConfig.ListenerPool b
              && a.bufferSize() == b.bufferSize()
              && a.events().equals(b.events())
              && Objects.equals(a.resultHandler(), b.resultHandler())
              && a.lenInBytes() == b.lenInBytes();
    };
  }

  private static boolean areSame(List<ProcessConfig> a, List<ProcessConfig> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!isSame(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(ProcessConfig a, ProcessConfig b) {
    return a.id().name().equals(b.id().name())
        && a.command().equals(b.command())
        && a.start().equals(b.start())
        && a.restart().equals(b.restart())
        && a.stop().equals(b.stop())
        && isSame(a.surroundings(), b.surroundings())
        && isSame(a.output(), b.output());
  }

  private static boolean isSame(Surroundings a, Surroundings b) {
    Integer uid = a.user() == null ? null : a.user().uid();
    Integer otherUid = b.user() == null ? null : b.user().uid();
    return Objects.equals(uid, otherUid)
        && Objects.equals(a.umask(), b.umask())
        && Objects.equals(a.directory(), b.directory())
        && a.environment().equals(b.environment())
        && Objects.equals(a.serverUrl(), b.serverUrl());
  }

  private static boolean isSame(OutputConfig a, OutputConfig b) {
    return a.redirectStderr() == b.redirectStderr()
        && isSame(a.stdout(), b.stdout())
        && isSame(a.stderr(), b.stderr());
  }

  private static boolean isSame(StreamConfig a, StreamConfig b) {
    LogTarget auto = new LogTarget.Auto();
    boolean sameTarget =
        a.target().equals(auto) || b.target().equals(auto) || a.target().equals(b.target());
    return sameTarget && withoutTarget(a).equals(withoutTarget(b));
  }

  private static StreamConfig withoutTarget(StreamConfig stream) {
    return new StreamConfig(
        new LogTarget.None(),
        stream.maxBytes(),
        stream.backups(),
        stream.captureMaxBytes(),
        stream.eventsEnabled(),
        stream.syslog());
  }
}
