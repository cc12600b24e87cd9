package org.steward.core.config.reader;

import java.util.Map;
import org.steward.core.config.Host;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.Expansions;

/**
 * What the readers of sections share.
 *
 * @param host the machine
 * @param findings where problems and notices go
 * @param expansions what is the same everywhere: {@code here}, {@code host_node_name}, {@code
 *     ENV_x}
 */
record Context(Host host, Findings findings, Expansions expansions) {
  /** The options of a section. */
  SectionValues values(IniSection section) {
    return new SectionValues(section, this, expansions, Map.of());
  }

  /** The same with the variables of {@code [supervisord]} for {@code ENV_x} too. */
  Context withEnvironment(Map<String, String> variables) {
    return new Context(host, findings, expansions.withEnvironment(variables));
  }

  /** Warns of text in an {@code environment} that has no effect. */
  void warnOfIgnored(IniSection section, Iterable<String> ignored) {
    for (String text : ignored) {
      findings.warn(
          "For ["
              + section.name()
              + "], environment has \""
              + text
              + "\", which is passed over: quote values with special characters");
    }
  }
}
