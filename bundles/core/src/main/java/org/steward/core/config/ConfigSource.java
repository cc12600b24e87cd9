package org.steward.core.config;

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
}
