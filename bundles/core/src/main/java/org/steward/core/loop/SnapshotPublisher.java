package org.steward.core.loop;

import java.util.List;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;

/** Makes what the loop knows visible to everyone. Publishing is the loop's; reading anyone's. */
final class SnapshotPublisher {
  private final RunningSet running;
  private GroupSnapshot[] groups = new GroupSnapshot[0];
  private SupervisorState state = SupervisorState.RUNNING;
  private long version;
  private volatile SupervisorSnapshot published =
      new PublishedSnapshot(SupervisorState.RUNNING, groups, 0);

  SnapshotPublisher(RunningSet running) {
    this.running = running;
  }

  /** The latest snapshot. */
  SupervisorSnapshot latest() {
    return published;
  }

  /** Publishes a snapshot if anything changed since the last; only groups that changed are taken anew. */
  void publish(SupervisorState present) {
    List<RunningGroup> members = running.groups();
    boolean changed = running.takeMembersChanged() || present != state;
    for (int i = 0; !changed && i < members.size(); i++) {
      changed = members.get(i).isChanged();
    }
    if (!changed) {
      return;
    }
    GroupSnapshot[] taken = new GroupSnapshot[members.size()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = members.get(i).snapshot();
    }
    groups = taken;
    state = present;
    published = new PublishedSnapshot(present, taken, ++version);
  }
}
