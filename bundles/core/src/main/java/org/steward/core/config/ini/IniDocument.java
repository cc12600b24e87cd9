package org.steward.core.config.ini;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sections of the main file and of all files included, as one. Not thread-safe; confined to
 * whoever reads the configuration.
 */
public final class IniDocument {
  private static final String DEFAULT = "DEFAULT";
  private static final String HERE = "%(here)s";

  private final IniSection defaults = new IniSection(DEFAULT, new Origin("", 0), null);
  private final Map<String, IniSection> sections = new LinkedHashMap<>();

  /** All sections but {@code [DEFAULT]}, in the order of their first headers. */
  public Collection<IniSection> sections() {
    return Collections.unmodifiableCollection(sections.values());
  }

  /** The section of exactly that name. */
  public Optional<IniSection> section(String name) {
    return Optional.ofNullable(sections.get(name));
  }

  /** The values that all sections share. */
  public IniSection defaults() {
    return defaults;
  }

  /**
   * Replaces {@code %(here)s} in all values read so far, also in those from {@code [DEFAULT]}. Done
   * once per file, with that file's directory, before the next file is read: so each file's values
   * mean its own directory.
   */
  public void replaceHere(String directory) {
    for (IniSection section : sections.values()) {
      section
          .all()
          .forEach(
              (key, value) -> {
                if (value.text().contains(HERE)) {
                  section.reword(
                      key, new IniValue(value.text().replace(HERE, directory), value.origin()));
                }
              });
    }
  }

  IniSection open(String name, Origin origin) {
    if (name.equals(DEFAULT)) {
      return defaults;
    }
    return sections.computeIfAbsent(name, key -> new IniSection(key, origin, defaults));
  }
}
