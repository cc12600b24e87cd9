package org.steward.api.control;

import java.util.List;

/**
 * How the configuration on disk differs from the running set, by group names.
 *
 * @param added groups on disk that do not run
 * @param changed groups whose configuration differs
 * @param removed running groups that are gone from disk
 */
public record ConfigDiff(List<String> added, List<String> changed, List<String> removed) {
  /** Takes immutable copies. */
  public ConfigDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }
}
