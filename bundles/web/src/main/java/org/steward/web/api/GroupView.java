package org.steward.web.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.steward.api.process.GroupSnapshot;

@Doc("One group of processes.")
record GroupView(
    @Doc("Its name.") String name,
    @Doc("Its start priority, lowest first.") int priority,
    @Doc("How many of its processes are in each state.") Map<String, Integer> states,
    @Doc("Its processes.") List<ProcessView> processes) {

  static GroupView of(GroupSnapshot group, Now now) {
    Map<String, Integer> states = new TreeMap<>();
    group.processes().forEach(process -> states.merge(process.state().name(), 1, Integer::sum));
    return new GroupView(
        group.name(),
        group.priority(),
        states,
        group.processes().stream().map(process -> ProcessView.of(process, now)).toList());
  }
}
