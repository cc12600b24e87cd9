package org.steward.core.config.ini;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section, merged from wherever its header occurs. A later value of a key replaces an earlier
 * one. Not thread-safe; changed only while files are read into its document.
 */
public final class IniSection {
  private final String name;
  private final Origin origin;
  private final @Nullable IniSection defaults;
  private final Map<String, IniValue> values = new LinkedHashMap<>();
  private final Map<String, IniValue> replaced = new LinkedHashMap<>();

  IniSection(String name, Origin origin, @Nullable IniSection defaults) {
    this.name = name;
    this.origin = origin;
    this.defaults = defaults;
  }

  /**
   * A section that was in no file.
   *
   * @param origin what to name in problems
   * @param values its keys, in any case
   */
  public static IniSection of(String name, Origin origin, Map<String, String> values) {
    IniSection section = new IniSection(name, origin, null);
    values.forEach(
        (key, text) -> section.put(key.toLowerCase(Locale.ROOT), new IniValue(text, origin)));
    return section;
  }

  /** The text between the brackets. */
  public String name() {
    return name;
  }

  /** Where its header occurs first. */
  public Origin origin() {
    return origin;
  }

  /** The value of a key, where need be from {@code [DEFAULT]}; null where it is not set. */
  public @Nullable IniValue get(String key) {
    IniValue own = values.get(key);
    return own != null || defaults == null ? own : defaults.get(key);
  }

  /** The keys set in the section itself, in the order first set. */
  public Map<String, IniValue> own() {
    return Collections.unmodifiableMap(values);
  }

  /** The section's own keys, then those it has from {@code [DEFAULT]}. */
  public Map<String, IniValue> all() {
    Map<String, IniValue> all = new LinkedHashMap<>(values);
    if (defaults != null) {
      defaults.values.forEach(all::putIfAbsent);
    }
    return all;
  }

  /** By their keys, the last of those values that another value in the same file replaced. */
  public Map<String, IniValue> replaced() {
    return Collections.unmodifiableMap(replaced);
  }

  /** Says a value otherwise, which replaces it by no other one. */
  void reword(String key, IniValue value) {
    values.put(key, value);
  }

  void put(String key, IniValue value) {
    IniValue before = values.put(key, value);
    if (before != null && before.origin().file().equals(value.origin().file())) {
      replaced.put(key, before);
    }
  }
}
