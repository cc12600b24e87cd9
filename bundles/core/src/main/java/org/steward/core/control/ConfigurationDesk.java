package org.steward.core.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.ProcessSettings;
import org.steward.api.process.ProcessId;
import org.steward.core.config.GroupConfig;
import org.steward.core.loop.GroupSpec;
import org.steward.core.output.ChildLogs;

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

  /** The groups as last read. */
  List<GroupConfig> configured();

  /**
   * Makes a configured group ready to take a running one's place.
   *
   * @param kept the AUTO files in use, by process: they go on being used where AUTO is still wanted
   */
  Optional<GroupSpec> prepareUpdate(String group, Map<ProcessId, ChildLogs> kept);

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
