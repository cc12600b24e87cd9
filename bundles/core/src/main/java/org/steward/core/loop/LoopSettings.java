package org.steward.core.loop;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the loop knows of the daemon it runs in.
 *
 * @param identifier the daemon's name in events
 * @param environment the environment children inherit
 * @param serverUrl value of SUPERVISOR_SERVER_URL for children, null where there is no server
 * @param reapOrphans whether children of others are reaped too, as PID 1 has to
 * @param lineage what ties its children to earlier and later daemons
 * @param controlGroups whether what a child starts is to be held together by a control group
 */
public record LoopSettings(
    String identifier,
    Map<String, String> environment,
    @Nullable String serverUrl,
    boolean reapOrphans,
    Lineage lineage,
    boolean controlGroups) {
  /** Takes an immutable copy. */
  public LoopSettings {
    environment = Map.copyOf(environment);
  }
}
