package org.steward.core.config.reader;

import org.steward.core.config.Host;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.BadValueException;
import org.steward.core.config.schema.Scalars;

/** The name after the colon of a section's header. */
final class SectionName {
  private SectionName() {}

  /** The name, without white space around it; with a problem where it is none. */
  static String of(IniSection section, Context context) {
    Host host = context.host();
    String written = afterColon(section.name());
    try {
      String name = Scalars.NAME.parse(written, host);
      if (name.isEmpty()) {
        context.findings().problem(section, "expected a name after the colon");
      }
      return name;
    } catch (BadValueException e) {
      context.findings().problem(section, e.getMessage());
      return written;
    }
  }

  /** What follows the first colon, empty where there is none. */
  static String afterColon(String header) {
    int colon = header.indexOf(':');
    return colon < 0 ? "" : header.substring(colon + 1);
  }

  /** What precedes the first colon. */
  static String beforeColon(String header) {
    int colon = header.indexOf(':');
    return colon < 0 ? header : header.substring(0, colon);
  }
}
