package org.steward.core.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.ProcessSettings;
import org.steward.core.config.GroupConfig;

/**
 * Keeps the configuration as last read. Methods block on files and run on the caller's thread,
 * never the loop's.
 */
public interface ConfigurationDesk {
  /**
   * Reads the configuration anew and keeps it, unless it is bad.
   *
   * @throws org.steward.api.control.SupervisorFault CANT_REREAD with all problems
   */
  ConfigDiff reread(List<GroupConfig> running);

  /** All configured processes. */
  List<ConfigInfo> info(List<GroupConfig> running);

  /** All configured processes with all that is configured of them. */
  List<ProcessSettings> settings();

  /** Whether the group is configured. */
  boolean isConfigured(String group);

  /** Makes a configured group ready to be added: names and creates its AUTO logs. */
  Optional<GroupSpec> prepare(String group);

  /**
   * Makes a program that is in no file ready to be added to a group: names and creates its AUTO
   * logs.
   *
   * @throws org.steward.api.control.SupervisorFault INCORRECT_PARAMETERS with all problems
   */
  GroupSpec prepareProgram(GroupConfig group, String program, Map<String, String> options);
}
