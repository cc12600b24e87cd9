package org.steward.core.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.core.config.ConfigException;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
import org.steward.core.config.ExtensionSection;
import org.steward.core.config.Problem;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.spi.SectionReceiver;

/**
 * Stands between whoever wants the configuration and its reader, and lets the plugins take part:
 * they may refuse their sections, and get them once the configuration as a whole was found good.
 *
 * <p>The daemon reads its first configuration before any plugin is there; that one is kept for the
 * receiver to come. Safe on any thread: readings wait for each other.
 */
final class PluginSections {
  private List<PluginSection> latest = List.of();
  private @Nullable SectionReceiver receiver;

  /** A source whose configurations the plugins have agreed to. */
  ConfigSource over(ConfigSource source) {
    return new ConfigSource() {
      @Override
      public Configuration read() throws ConfigException {
        return PluginSections.this.read(source);
      }

      @Override
      public void resume(Configuration configuration) {
        PluginSections.this.resume(configuration);
      }

      @Override
      public List<ProcessConfig> program(
          SupervisordConfig daemon, String group, String program, Map<String, String> options)
          throws ConfigException {
        return source.program(daemon, group, program, options);
      }
    };
  }

  private synchronized void resume(Configuration configuration) {
    latest = sections(configuration);
    if (receiver != null) {
      receiver.accept(latest);
    }
  }

  private static List<PluginSection> sections(Configuration configuration) {
    return configuration.extensions().stream().map(PluginSections::section).toList();
  }

  private synchronized Configuration read(ConfigSource source) throws ConfigException {
    Configuration configuration = source.read();
    List<PluginSection> sections = sections(configuration);
    if (receiver != null) {
      refuseIfAny(receiver.check(sections));
      receiver.accept(sections);
    }
    latest = sections;
    return configuration;
  }

  /** The plugin bundle came. */
  synchronized void attach(SectionReceiver arrived) {
    receiver = arrived;
    arrived.accept(latest);
  }

  /** The plugin bundle went. */
  synchronized void detach() {
    receiver = null;
  }

  private static void refuseIfAny(List<SectionException> refusals) throws ConfigException {
    List<Problem> problems = new ArrayList<>();
    for (SectionException refusal : refusals) {
      problems.add(problem(refusal));
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  private static Problem problem(SectionException refusal) {
    PluginSection section = refusal.section();
    String key = refusal.key();
    int line = key == null ? section.line() : section.lines().getOrDefault(key, section.line());
    return new Problem(
        section.file(), line, section.name(), key, refusal.shownValue(), refusal.problem());
  }

  private static PluginSection section(ExtensionSection section) {
    String name = section.name().isEmpty() ? section.kind() : section.kind() + ":" + section.name();
    return new PluginSection(
        name, section.file(), section.line(), section.values(), section.lines());
  }
}
