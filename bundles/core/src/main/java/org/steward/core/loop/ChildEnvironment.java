package org.steward.core.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steward.core.config.ProcessConfig;

/**
 * Makes the environment of children: the daemon's own, Supervisor's variables, then what is
 * configured; and an entry that no other child has where it, or what it leaves behind, is to be
 * found again. On the loop only.
 */
final class ChildEnvironment {
  private final LoopSettings settings;

  ChildEnvironment(LoopSettings settings) {
    this.settings = settings;
  }

  /** The environment of one child as {@code NAME=value}. */
  List<String> of(ProcessConfig config, long token) {
    Map<String, String> variables = variables(config);
    List<String> entries = new ArrayList<>(variables.size() + 1);
    variables.forEach((name, value) -> entries.add(name + "=" + value));
    if (settings.lineage().adopt() || config.stop().killTree()) {
      entries.add(settings.lineage().entry(token));
    }
    return entries;
  }

  private Map<String, String> variables(ProcessConfig config) {
    Map<String, String> variables = new LinkedHashMap<>(settings.environment());
    variables.put("SUPERVISOR_ENABLED", "1");
    String url = config.surroundings().serverUrl();
    if (url == null) {
      url = settings.serverUrl();
    }
    if (url != null) {
      variables.put("SUPERVISOR_SERVER_URL", url);
    }
    variables.put("SUPERVISOR_PROCESS_NAME", config.id().name());
    variables.put("SUPERVISOR_GROUP_NAME", config.id().group());
    variables.putAll(config.surroundings().environment());
    return variables;
  }
}
