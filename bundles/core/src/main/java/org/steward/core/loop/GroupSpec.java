package org.steward.core.loop;

import java.util.Map;
import org.steward.api.process.ProcessId;
import org.steward.core.config.GroupConfig;
import org.steward.core.output.ChildLogs;

/**
 * A group ready to be added.
 *
 * @param config its configuration
 * @param logs the log files of its processes, AUTO names resolved
 */
public record GroupSpec(GroupConfig config, Map<ProcessId, ChildLogs> logs) {
  /** Takes an immutable copy. */
  public GroupSpec {
    logs = Map.copyOf(logs);
  }
}
