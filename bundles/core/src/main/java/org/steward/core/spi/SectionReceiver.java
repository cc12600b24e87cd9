package org.steward.core.spi;

import java.util.List;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;

/**
 * Takes the plugins' sections of the configuration to the plugins. A service of the plugin bundle;
 * called on the thread that reads the configuration, one reading at a time.
 */
public interface SectionReceiver {
  /** Asks the plugins whether they can use these sections; returns what they refuse. */
  List<SectionException> check(List<PluginSection> sections);

  /**
   * Delivers the sections of a configuration that is in force from now on, replacing all before.
   */
  void accept(List<PluginSection> sections);
}
