package org.steward.core.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.GroupConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.posix.Held;
import org.steward.core.process.Input;
import org.steward.core.spi.PoolsMemory;

/**
 * Says all the loop knows, and goes on where a loop of an earlier daemon of this process was. No
 * event tells of it, as nothing happened to the processes. On the loop, or before it runs.
 */
final class Continuity {
  private final LoopParts parts;
  private final Driver driver;
  private final Children children;
  private final GroupChanges groups;
  private final Ticks ticks;

  Continuity(LoopParts parts, Driver driver, Children children, GroupChanges groups, Ticks ticks) {
    this.parts = parts;
    this.driver = driver;
    this.children = children;
    this.groups = groups;
    this.ticks = ticks;
  }

  LoopMemory memory(PoolsMemory pools) {
    return new LoopMemory(
        children.lastToken(),
        ticks.last(),
        parts.running().groups().stream().map(group -> of(group, group.processes())).toList(),
        parts.running().leftovers().stream()
            .map(process -> of(process.group, List.of(process)))
            .toList(),
        pools);
  }

  private LoopMemory.OfGroup of(RunningGroup group, List<Supervised> processes) {
    FastCgiSocket socket = group.socket;
    return new LoopMemory.OfGroup(
        group.config,
        socket == null ? Held.NONE : socket.held(),
        processes.stream().map(this::of).toList());
  }

  private LoopMemory.OfProcess of(Supervised process) {
    return new LoopMemory.OfProcess(
        process.machine.id(),
        process.machine.memory(),
        process.logs,
        process.startsWhenStopped,
        process.afterwards,
        children.memory(process));
  }

  /** Goes on; what has yet to be spawned is prepared anew, from the first turn on. */
  void resume(LoopMemory memory) {
    children.resume(memory.lastToken());
    ticks.resume(memory.ticks());
    for (LoopMemory.OfGroup each : memory.groups()) {
      RunningGroup group = group(each);
      parts.running().add(group);
      resume(group, each);
    }
    for (LoopMemory.OfGroup each : memory.leftovers()) {
      RunningGroup alone = group(each);
      alone.processes().forEach(parts.running()::addLeftover);
      resume(alone, each);
    }
    parts.listeners().resume(memory.pools());
  }

  private RunningGroup group(LoopMemory.OfGroup memory) {
    Map<ProcessId, ChildLogs> logs = new HashMap<>();
    memory.processes().forEach(process -> logs.put(process.id(), process.logs()));
    RunningGroup group = new RunningGroup(new GroupSpec(memory.config(), logs), parts.running());
    if (memory.config() instanceof GroupConfig.FastCgi fastCgi) {
      group.socket = groups.socket(fastCgi);
    }
    return group;
  }

  private void resume(RunningGroup group, LoopMemory.OfGroup memory) {
    for (LoopMemory.OfProcess each : memory.processes()) {
      Supervised process = group.process(each.id().name());
      if (process == null) {
        throw new IllegalArgumentException(
            "cannot go on with " + each.id() + ": it is not among those of its group");
      }
      process.startsWhenStopped = each.startsWhenStopped();
      process.afterwards = each.afterwards();
      LoopMemory.@Nullable OfChild child = each.child();
      driver.resume(process, each.memory());
      if (child != null) {
        children.resume(process, child, memory.socket());
      } else if (process.machine.state() == ProcessState.STARTING) {
        children.prepare(process);
      } else if (process.machine.state() == ProcessState.STOPPING) {
        driver.give(process, Input.SPAWN_CALLED_OFF);
      }
    }
  }
}
