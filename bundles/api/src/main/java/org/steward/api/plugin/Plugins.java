package org.steward.api.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins: every bundle that is not of the distribution, every jar of the plugin folders that
 * is no usable bundle, every namespace the configuration asks for in vain; and bundles of the
 * distribution that have trouble. A service of the platform; safe on any thread.
 */
@ProviderType
public interface Plugins {
  /** All plugins, by name, as they are now. */
  List<PluginInfo> list();

  /**
   * Has the plugin folders looked through at once, for file systems that do not tell of changes.
   * Returns without waiting.
   */
  void rescan();
}
