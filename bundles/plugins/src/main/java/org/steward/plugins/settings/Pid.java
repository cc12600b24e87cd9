package org.steward.plugins.settings;

/** The PID a section is delivered under. */
final class Pid {
  private Pid() {}

  /** {@code steward.} and the section's name, in the characters a PID may have. */
  static String of(String section) {
    return "steward." + part(section.replace(':', '.'));
  }

  /** A name in the characters a PID may have. */
  static String part(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
