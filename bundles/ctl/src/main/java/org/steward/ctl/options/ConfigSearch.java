package org.steward.ctl.options;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** Where supervisorctl looks for a configuration file when {@code -c} names none. */
final class ConfigSearch {

  private ConfigSearch() {}

  /**
   * {@return the first file that exists, or null}
   *
   * @param program the path the program was called by; the first two places are relative to its
   *     parent's parent
   */
  static @Nullable String find(String program) {
    File bin = new File(program).getParentFile();
    File parent = bin == null ? null : bin.getParentFile();
    String prefix = parent == null ? "" : parent.getPath() + "/";
    String[] places = {
      prefix + "etc/supervisord.conf",
      prefix + "supervisord.conf",
      "supervisord.conf",
      "etc/supervisord.conf",
      "/etc/supervisord.conf",
      "/etc/supervisor/supervisord.conf"
    };
    for (String place : places) {
      if (new File(place).exists()) {
        return place;
      }
    }
    return null;
  }
}
