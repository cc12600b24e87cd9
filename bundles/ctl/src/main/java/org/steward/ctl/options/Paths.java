package org.steward.ctl.options;

import java.nio.file.Path;

/**
 * Path handling as Supervisor does it: a leading {@code ~} is the home directory, the result
 * absolute and normal.
 */
final class Paths {

  private Paths() {}

  static String normalize(String path) {
    return Path.of(expandHome(path)).toAbsolutePath().normalize().toString();
  }

  /** {@return the directory a file lies in, absolute} */
  static String directoryOf(String file) {
    Path parent = Path.of(normalize(file)).getParent();
    return parent == null ? "/" : parent.toString();
  }

  /**
   * Only one's own home: looking up another user's would take a native call for a case nobody was
   * seen to have.
   */
  private static String expandHome(String path) {
    if (!path.equals("~") && !path.startsWith("~/")) {
      return path;
    }
    String home = System.getenv("HOME");
    return (home == null ? System.getProperty("user.home") : home) + path.substring(1);
  }
}
