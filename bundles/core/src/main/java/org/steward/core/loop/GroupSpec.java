package org.steward.core.loop;

import java.util.Map;
import org.steward.api.process.ProcessId;
import org.steward.core.config.GroupConfig;
import org.steward.core.journal.Survivor;
import org.steward.core.output.ChildLogs;

/**
 * A group ready to be added.
 *
 * @param config its configuration
 * @param logs the log files of its processes, AUTO names resolved
 * @param survivors what an earlier daemon left of its processes
 */
public record GroupSpec(
    GroupConfig config, Map<ProcessId, ChildLogs> logs, Map<ProcessId, Survivor> survivors) {
  /** Takes immutable copies. */
  public GroupSpec {
    logs = Map.copyOf(logs);
    survivors = Map.copyOf(survivors);
  }

  /** A group that no earlier daemon left anything of. */
  public GroupSpec(GroupConfig config, Map<ProcessId, ChildLogs> logs) {
    this(config, logs, Map.of());
  }
}
