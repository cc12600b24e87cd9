package org.steward.api.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.steward.api.config.PluginSection;

/** Sections as a file would have them. */
public final class Sections {
  private Sections() {}

  /**
   * A section from its text, as if it began in line 1 of {@code supervisord.conf}.
   *
   * @param text the line with the brackets, then {@code key=value} lines
   */
  public static PluginSection of(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    String[] rows = text.strip().split("\n");
    for (int i = 1; i < rows.length; i++) {
      int end = rows[i].indexOf('=');
      String key = rows[i].substring(0, end).strip();
      values.put(key, rows[i].substring(end + 1).strip());
      lines.put(key, i + 1);
    }
    String name = rows[0].strip();
    return new PluginSection(
        name.substring(1, name.length() - 1), "supervisord.conf", 1, values, lines);
  }
}
