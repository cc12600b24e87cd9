package org.steward.plugins.settings;

import java.util.Dictionary;
import java.util.Hashtable;
import org.steward.api.config.PluginSection;

/** A section as the properties of a configuration. */
final class Delivered {
  private Delivered() {}

  static Dictionary<String, Object> properties(PluginSection section) {
    Dictionary<String, Object> properties = new Hashtable<>();
    section
        .values()
        .forEach(
            (key, value) -> {
              properties.put(key.replace('_', '.'), value);
              properties.put(key, value);
            });
    properties.put(PluginSection.NAME, section.name());
    properties.put(PluginSection.FILE, section.file());
    properties.put(PluginSection.LINE, section.line());
    properties.put(
        PluginSection.KEYS,
        section.values().keySet().stream()
            .map(key -> section.lines().getOrDefault(key, section.line()) + "=" + key)
            .toArray(String[]::new));
    return properties;
  }

  /** Whether a plugin would see a difference that matters: lines do not, they only move. */
  static boolean isSame(PluginSection a, PluginSection b) {
    return a.name().equals(b.name()) && a.file().equals(b.file()) && a.values().equals(b.values());
  }
}
