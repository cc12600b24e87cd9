package org.steward.api.plugin;

import java.util.List;

/**
 * One plugin at one moment.
 *
 * @param name the bundle's symbolic name; the file's or the namespace's where there is no bundle
 * @param version the bundle's version, empty where there is no bundle
 * @param state how it fares
 * @param reasons why it is not {@link PluginState#ACTIVE}, each in words for people; empty if it is
 * @param file the jar it came from, empty if it came otherwise
 */
public record PluginInfo(
    String name, String version, PluginState state, List<String> reasons, String file) {
  /** Takes an immutable copy. */
  public PluginInfo {
    reasons = List.copyOf(reasons);
  }
}
