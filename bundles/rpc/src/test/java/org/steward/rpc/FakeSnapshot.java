package org.steward.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;

/** A running set put together by hand; groups and processes keep the order they were added in. */
public final class FakeSnapshot implements SupervisorSnapshot {
  /** What the supervisor as a whole is doing. */
  public SupervisorState state = SupervisorState.RUNNING;

  private final Map<String, List<ProcessSnapshot>> groups = new LinkedHashMap<>();

  /** A process that was never started. */
  public static ProcessSnapshot process(String group, String name) {
    return process(group, name, ProcessState.STOPPED, 0, 0, 0, "");
  }

  /** A process in the given state. */
  public static ProcessSnapshot process(
      String group,
      String name,
      ProcessState state,
      int pid,
      long start,
      long stop,
      String spawnError) {
    return new ProcessSnapshot(
        new ProcessId(group, name),
        state,
        pid,
        start,
        stop,
        spawnError,
        0,
        0,
        0,
        false,
        "/log/" + name + ".out",
        "/log/" + name + ".err",
        999);
  }

  /** A process with another priority. */
  public static ProcessSnapshot prioritized(ProcessSnapshot p, int priority) {
    return new ProcessSnapshot(
        p.id(),
        p.state(),
        p.pid(),
        p.startedAt(),
        p.stoppedAt(),
        p.spawnError(),
        p.exitStatus(),
        p.exitSignal(),
        p.restarts(),
        p.administrativeStop(),
        p.stdoutLog(),
        p.stderrLog(),
        priority);
  }

  /** Adds a process. */
  public FakeSnapshot with(ProcessSnapshot process) {
    groups.computeIfAbsent(process.id().group(), name -> new ArrayList<>()).add(process);
    return this;
  }

  /** Adds processes that were never started, each in its own group or as {@code group:name}. */
  public FakeSnapshot with(String... names) {
    for (String name : names) {
      String[] parts = name.split(":");
      with(process(parts[0], parts[parts.length - 1]));
    }
    return this;
  }

  @Override
  public SupervisorState state() {
    return state;
  }

  @Override
  public List<GroupSnapshot> groups() {
    return groups.entrySet().stream()
        .map(group -> new GroupSnapshot(group.getKey(), 999, group.getValue()))
        .toList();
  }

  @Override
  public List<ProcessSnapshot> processes() {
    return groups.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public Optional<GroupSnapshot> group(String name) {
    return groups().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  @Override
  public Optional<ProcessSnapshot> process(ProcessId id) {
    return processes().stream().filter(process -> process.id().equals(id)).findFirst();
  }

  @Override
  public long version() {
    return 1;
  }
}
