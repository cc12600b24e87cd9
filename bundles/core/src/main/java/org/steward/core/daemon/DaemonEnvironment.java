package org.steward.core.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.steward.core.loop.Lineage;

/**
 * The environment the daemon was started with, as children are to inherit it: read as UTF-8
 * whatever the locale, without what the launcher script added for the JVM.
 */
final class DaemonEnvironment {
  private static final String KEPT = "STEWARD_KEPT_";

  private static final Set<String> OWN =
      Set.of(
          "_JAVA_SR_SIGNUM",
          Detacher.MARK,
          SignalMask.UNBLOCKED,
          Lineage.VARIABLE,
          ServiceManager.SOCKET,
          Succession.PROGRAM,
          Succession.MEMORY,
          Succession.FAILURE);

  private DaemonEnvironment() {}

  /** Reads this process's environment. */
  static Map<String, String> read() {
    String text;
    try {
      text = Files.readString(Path.of("/proc/self/environ"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return forChildren(System.getenv()); // not UTF-8, or no /proc: what the JVM makes of it
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (String entry : text.split("\0")) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        variables.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return forChildren(variables);
  }

  /** Takes out what is the daemon's own, and gives set-aside variables their names back. */
  static Map<String, String> forChildren(Map<String, String> variables) {
    Map<String, String> clean = new LinkedHashMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(KEPT)) {
            clean.put(name.substring(KEPT.length()), value);
          } else if (!OWN.contains(name)) {
            clean.put(name, value);
          }
        });
    return clean;
  }
}
