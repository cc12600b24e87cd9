package org.steward.api.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;

/** The given processes, in groups of priority 999. */
record FakeSnapshot(SupervisorState state, List<ProcessSnapshot> processes)
    implements SupervisorSnapshot {
  @Override
  public List<GroupSnapshot> groups() {
    Map<String, List<ProcessSnapshot>> groups =
        processes.stream()
            .collect(
                Collectors.groupingBy(
                    process -> process.id().group(), LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new GroupSnapshot(group.getKey(), 999, group.getValue()))
        .toList();
  }

  @Override
  public Optional<GroupSnapshot> group(String name) {
    return groups().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  @Override
  public Optional<ProcessSnapshot> process(ProcessId id) {
    return processes.stream().filter(process -> process.id().equals(id)).findFirst();
  }

  @Override
  public long version() {
    return 1;
  }
}
