package org.steward.core.loop;

import java.util.List;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.GroupConfig;

/** Makes what the loop knows visible to everyone. Publishing is the loop's; reading anyone's. */
final class SnapshotPublisher {
  private final RunningSet running;
  private SupervisorState state = SupervisorState.RUNNING;
  private long version;
  private volatile SupervisorSnapshot published =
      new PublishedSnapshot(SupervisorState.RUNNING, new GroupSnapshot[0], 0);

  private volatile List<GroupConfig> configs = List.of();

  SnapshotPublisher(RunningSet running) {
    this.running = running;
  }

  /** The latest snapshot. */
  SupervisorSnapshot latest() {
    return published;
  }

  /** The configurations of the running groups. */
  List<GroupConfig> groupConfigs() {
    return configs;
  }

  /**
   * Publishes a snapshot if anything changed since the last; only groups that changed are taken
   * anew.
   */
  void publish(SupervisorState present) {
    boolean membersChanged = running.takeMembersChanged();
    if (!running.takeChanged() && !membersChanged && present == state) {
      return;
    }
    List<RunningGroup> members = running.groups();
    if (membersChanged) {
      configs = members.stream().map(group -> group.config).toList();
    }
    GroupSnapshot[] taken = new GroupSnapshot[members.size()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = members.get(i).snapshot();
    }
    state = present;
    published = new PublishedSnapshot(present, taken, ++version);
  }
}
