package org.steward.core.daemon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.core.config.ConfigException;
import org.steward.core.config.ConfigInfos;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
import org.steward.core.config.EffectiveSettings;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.GroupDiff;
import org.steward.core.control.ConfigurationDesk;
import org.steward.core.loop.GroupSpec;
import org.steward.core.output.ChildLogs;

/**
 * Keeps the configuration as last read, and the one before while the files are bad. Any thread but
 * the loops.
 */
final class Desk implements ConfigurationDesk {
  private final ConfigSource source;
  private final AutoLogs autoLogs;
  private volatile Configuration latest;

  Desk(ConfigSource source, Configuration first, AutoLogs autoLogs) {
    this.source = source;
    this.latest = first;
    this.autoLogs = autoLogs;
  }

  /** The configuration as last read. */
  Configuration latest() {
    return latest;
  }

  @Override
  public ConfigDiff reread(List<GroupConfig> running) {
    try {
      latest = source.read();
    } catch (ConfigException e) {
      throw new SupervisorFault(Fault.CANT_REREAD, e.getMessage());
    }
    return GroupDiff.between(running, latest.groups());
  }

  @Override
  public List<ConfigInfo> info(List<GroupConfig> running) {
    Set<String> names = running.stream().map(GroupConfig::name).collect(Collectors.toSet());
    return ConfigInfos.of(latest.groups(), names::contains);
  }

  @Override
  public List<ProcessSettings> settings() {
    return EffectiveSettings.of(latest);
  }

  @Override
  public boolean isConfigured(String group) {
    return find(group).isPresent();
  }

  @Override
  public List<GroupConfig> configured() {
    return latest.groups();
  }

  @Override
  public Optional<GroupSpec> prepareUpdate(String group, Map<ProcessId, ChildLogs> kept) {
    return find(group).map(found -> autoLogs.prepareUpdate(found, kept));
  }

  @Override
  public Optional<GroupSpec> prepare(String group) {
    return find(group).map(autoLogs::prepare);
  }

  @Override
  public GroupSpec prepareProgram(GroupConfig group, String program, Map<String, String> options) {
    try {
      return autoLogs.prepare(
          group.withProcesses(
              source.program(latest.supervisord(), group.name(), program, options)));
    } catch (ConfigException e) {
      throw new SupervisorFault(Fault.INCORRECT_PARAMETERS, e.getMessage());
    }
  }

  private Optional<GroupConfig> find(String name) {
    return latest.groups().stream().filter(group -> group.name().equals(name)).findFirst();
  }
}
