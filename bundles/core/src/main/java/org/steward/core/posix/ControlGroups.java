package org.steward.core.posix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Control groups (cgroup v2) of this process's children, below its own. */
public interface ControlGroups {
  /**
   * Makes a group. A process that writes 0 to the file is in it from then on, as is all that it
   * starts, and none of these can leave.
   *
   * @param name of the group, among those of this process
   * @return the file, null where the system has none, or does not let this process make groups
   */
  @Nullable String makeGroup(String name);

  /**
   * Kills all that is in a group, or removes it where nothing is. What was killed may take a moment
   * to go.
   *
   * @return the processes that were in it; none where there is no such group
   */
  List<Integer> killGroup(String name);
}
