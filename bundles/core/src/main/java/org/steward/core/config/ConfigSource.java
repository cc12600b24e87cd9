package org.steward.core.config;

import java.util.List;
import java.util.Map;

/**
 * Reads the configuration. The one seam between whoever needs a configuration and how it is made,
 * so that a reload can ask again with the same command line.
 */
@FunctionalInterface
public interface ConfigSource {
  /**
   * Reads all files anew. Blocking; on the caller's thread.
   *
   * @throws ConfigException where anything in them is wrong, with every problem found
   */
  Configuration read() throws ConfigException;

  /** Takes a configuration that an earlier daemon read for the one last read. */
  default void resume(Configuration configuration) {}

  /**
   * Reads a program that is in no file. A source that has no files knows none.
   *
   * @param daemon the settings in force
   * @param group the group it is to be part of
   * @param program its name
   * @param options the options of its section
   * @return its processes by name
   * @throws ConfigException where the options are wrong, with every problem found
   */
  default List<ProcessConfig> program(
      SupervisordConfig daemon, String group, String program, Map<String, String> options)
      throws ConfigException {
    return List.of();
  }
}
