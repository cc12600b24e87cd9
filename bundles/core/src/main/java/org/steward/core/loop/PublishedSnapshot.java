package org.steward.core.loop;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;

/**
 * A snapshot made of the groups' own. What only readers need, the index and the flat list, is made
 * by the first reader that needs it.
 */
final class PublishedSnapshot implements SupervisorSnapshot {
  private final SupervisorState state;
  private final GroupSnapshot[] groups;
  private final long version;
  private volatile @Nullable Map<String, GroupSnapshot> index;
  private volatile @Nullable List<ProcessSnapshot> flat;

  /** Takes the array over. */
  PublishedSnapshot(SupervisorState state, GroupSnapshot[] groups, long version) {
    this.state = state;
    this.groups = groups;
    this.version = version;
  }

  @Override
  public SupervisorState state() {
    return state;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public List<GroupSnapshot> groups() {
    return new AbstractList<>() {
      @Override
      public GroupSnapshot get(int i) {
        return groups[i];
      }

      @Override
      public int size() {
        return groups.length;
      }
    };
  }

  @Override
  public List<ProcessSnapshot> processes() {
    List<ProcessSnapshot> all = flat;
    if (all == null) {
      int count = 0;
      for (GroupSnapshot group : groups) {
        count += group.processes().size();
      }
      ProcessSnapshot[] copied = new ProcessSnapshot[count];
      int at = 0;
      for (GroupSnapshot group : groups) {
        for (ProcessSnapshot process : group.processes()) {
          copied[at++] = process;
        }
      }
      all = List.of(copied);
      flat = all;
    }
    return all;
  }

  @Override
  public Optional<GroupSnapshot> group(String name) {
    Map<String, GroupSnapshot> byName = index;
    if (byName == null) {
      byName = new HashMap<>(groups.length * 2);
      for (GroupSnapshot group : groups) {
        byName.put(group.name(), group);
      }
      index = byName;
    }
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Optional<ProcessSnapshot> process(ProcessId id) {
    Optional<GroupSnapshot> group = group(id.group());
    if (group.isPresent()) {
      for (ProcessSnapshot process : group.get().processes()) {
        if (process.id().name().equals(id.name())) {
          return Optional.of(process);
        }
      }
    }
    return Optional.empty();
  }
}
