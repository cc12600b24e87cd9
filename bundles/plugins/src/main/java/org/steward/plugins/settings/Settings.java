package org.steward.plugins.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.config.SectionException;
import org.steward.plugins.log.ActivityLines;

/**
 * Keeps the configurations of Configuration Admin as the sections are, but for those their plugins
 * refuse. Safe on any thread; a plugin's code is asked outside of the lock.
 */
public final class Settings {
  private final ConfigurationAdmin admin;
  private final ActivityLines lines;
  private final BoundedCheck bounded;
  private final Map<SectionCheck, Asked> checks = new HashMap<>();
  private final Map<String, PluginSection> delivered = new HashMap<>();
  private final Map<SectionCheck, List<SectionException>> refused = new HashMap<>();
  private List<PluginSection> sections = List.of();

  /**
   * Which sections a check is asked about.
   *
   * @param bundle the id of the check's bundle
   * @param sections their names, a kind and {@code :*} for all of it
   */
  public record Asked(long bundle, List<String> sections) {
    boolean includes(PluginSection section) {
      return sections.contains(section.name()) || sections.contains(section.kind() + ":*");
    }
  }

  /** Delivers nothing yet. */
  public Settings(ConfigurationAdmin admin, ActivityLines lines) {
    this.admin = admin;
    this.lines = lines;
    this.bounded = new BoundedCheck(lines);
  }

  /** What the plugins refuse of these sections. */
  public List<SectionException> check(List<PluginSection> candidates) {
    List<SectionException> refusals = new ArrayList<>();
    checksNow().forEach((check, asked) -> refusals.addAll(ask(check, asked, candidates)));
    return refusals;
  }

  private synchronized Map<SectionCheck, Asked> checksNow() {
    return Map.copyOf(checks);
  }

  private List<SectionException> ask(
      SectionCheck check, Asked asked, List<PluginSection> candidates) {
    List<SectionException> refusals = new ArrayList<>();
    for (PluginSection section : candidates) {
      SectionException refusal = asked.includes(section) ? bounded.ask(check, section) : null;
      if (refusal != null) {
        refusals.add(refusal);
      }
    }
    return refusals;
  }

  /** These sections, which all checks have passed, are in force. */
  public synchronized void accept(List<PluginSection> accepted) {
    sections = List.copyOf(accepted);
    refused.clear();
    deliver();
  }

  /** The sections in force. */
  public synchronized List<PluginSection> sections() {
    return sections;
  }

  /** A check came: what it refuses of the present sections is withdrawn. */
  public void add(SectionCheck check, Asked asked) {
    List<PluginSection> present;
    synchronized (this) {
      checks.put(check, asked);
      present = sections;
    }
    List<SectionException> refusals = ask(check, asked, present);
    synchronized (this) {
      if (!refusals.isEmpty() && sections.equals(present)) {
        refusals.forEach(refusal -> lines.warn(String.valueOf(refusal.getMessage())));
        refused.put(check, refusals);
        deliver();
      }
    }
  }

  /** A check went, and with it its objections. */
  public synchronized void remove(SectionCheck check) {
    checks.remove(check);
    if (refused.remove(check) != null) {
      deliver();
    }
  }

  /** What a bundle's checks refuse of the present sections. */
  public synchronized List<String> problems(long bundle) {
    List<String> problems = new ArrayList<>();
    refused.forEach(
        (check, refusals) -> {
          Asked asked = checks.get(check);
          if (asked != null && asked.bundle == bundle) {
            refusals.forEach(refusal -> problems.add(String.valueOf(refusal.getMessage())));
          }
        });
    return problems;
  }

  private void deliver() {
    Map<String, PluginSection> wanted = new HashMap<>();
    for (PluginSection section : sections) {
      if (!isRefused(section)) {
        wanted.put(Pid.of(section.name()), section);
      }
    }
    Stream.concat(delivered.keySet().stream(), wanted.keySet().stream())
        .distinct()
        .toList()
        .forEach(pid -> deliver(pid, wanted.get(pid)));
  }

  private boolean isRefused(PluginSection section) {
    return refused.values().stream()
        .flatMap(List::stream)
        .anyMatch(refusal -> refusal.section().name().equals(section.name()));
  }

  private void deliver(String pid, @Nullable PluginSection section) {
    PluginSection before = delivered.get(pid);
    if (section != null && before != null && Delivered.isSame(section, before)) {
      return;
    }
    try {
      for (Configuration configuration : configurations(pid, section == null ? before : section)) {
        if (section == null) {
          configuration.delete();
        } else {
          configuration.update(Delivered.properties(section));
        }
      }
      if (section == null) {
        delivered.remove(pid);
      } else {
        delivered.put(pid, section);
      }
    } catch (IOException e) {
      lines.warn("cannot deliver the configuration " + pid + ": " + e);
    }
  }

  /** A section is there by its name and, where it has a suffix, as one of its kind. */
  private List<Configuration> configurations(String pid, @Nullable PluginSection section)
      throws IOException {
    List<Configuration> configurations = new ArrayList<>();
    configurations.add(admin.getConfiguration(pid, "?"));
    if (section != null && !section.suffix().isEmpty()) {
      String factory = Pid.of(section.kind());
      configurations.add(admin.getFactoryConfiguration(factory, Pid.part(section.suffix()), "?"));
    }
    return configurations;
  }
}
