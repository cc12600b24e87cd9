package org.steward.core.loop;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.LogTarget;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.RestartPolicy;
import org.steward.core.config.StartPolicy;
import org.steward.core.config.StopPolicy;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.Surroundings;
import org.steward.core.journal.Fingerprint;
import org.steward.core.journal.LivingChild;
import org.steward.core.journal.Survivor;
import org.steward.core.output.ChildLogs;
import org.steward.core.posix.PosixException;
import org.steward.core.process.Effect;
import org.steward.core.process.Input;
import org.steward.core.process.Moment;
import org.steward.core.process.ProcessMemory;

/**
 * Goes on with the processes an earlier daemon left. A child that would be spawned the same way
 * today is kept; any other is stopped as it was to be stopped when it was spawned, and only then
 * started anew, so that there are never two. On the loop only.
 */
final class Adoption {
  private static final StreamConfig PLAIN =
      new StreamConfig(new LogTarget.None(), 0, 0, 0, false, false);

  private final LoopParts parts;
  private final Driver driver;
  private final Children children;

  Adoption(LoopParts parts, Driver driver, Children children) {
    this.parts = parts;
    this.driver = driver;
    this.children = children;
  }

  /** Goes on with a configured process. */
  void take(Supervised process, Survivor survivor) {
    ProcessMemory memory = survivor.memory();
    LivingChild child = survivor.child();
    if (child != null) {
      keepOrReplace(process, survivor, child);
    } else if (memory == null || startsAfresh(survivor, memory)) {
      if (process.machine.config().start().autostart()) {
        driver.give(process, Input.START);
      }
    } else if (survivor.fate() == Survivor.Fate.GONE) {
      driver.resume(process, memory);
      driver.ended(process, Reaper.unknown(""), parts.turn().now());
    } else if (memory.hadChild()) {
      driver.resume(process, memory.idle());
      if (memory.state() != ProcessState.STOPPING) {
        driver.give(process, Input.START);
      }
    } else {
      driver.resume(process, memory);
      driver.restartIfWanted(process);
    }
  }

  /** After the supervisor had begun to stop everything, only what a user had stopped stays so. */
  private static boolean startsAfresh(Survivor survivor, ProcessMemory memory) {
    return survivor.fate() == Survivor.Fate.STOPPED
        && !(memory.state() == ProcessState.STOPPED && memory.administrativeStop());
  }

  private void keepOrReplace(Supervised process, Survivor survivor, LivingChild child) {
    ProcessMemory memory = memoryOf(survivor, child);
    String obstacle = memory.state() == ProcessState.STOPPING ? null : obstacle(process, survivor);
    if (obstacle == null) {
      driver.resume(process, memory);
      children.adopt(process, child, survivor.untouched());
      usesSocket(process);
      parts.log().info("adopted: '" + process.machine.id().name() + "' with pid " + child.pid());
    } else {
      process.startsWhenStopped = process.machine.config().start().autostart();
      stop(process, memory, child, obstacle + "; stopped to be started anew");
    }
  }

  private static void usesSocket(Supervised process) {
    Child child = process.child;
    FastCgiSocket socket = process.group.socket;
    if (child != null) {
      child.usesSocket = socket != null && process.machine.state() != ProcessState.STOPPING;
    }
  }

  /** Stops a child that nothing is configured for any more. */
  void stopLeftover(Survivor survivor) {
    LivingChild child = survivor.child();
    if (child == null) {
      return;
    }
    ProcessConfig config = unconfigured(survivor);
    GroupConfig alone =
        new GroupConfig.Programs(survivor.id().group(), Integer.MIN_VALUE, List.of(config));
    ChildLogs logs = new ChildLogs(child.intent().stdoutLog(), child.intent().stderrLog());
    RunningGroup group =
        new RunningGroup(new GroupSpec(alone, Map.of(survivor.id(), logs)), parts.running());
    Supervised process = group.processes().getFirst();
    parts.running().addLeftover(process);
    stop(process, memoryOf(survivor, child), child, "it is configured no more; stopped");
  }

  private void stop(Supervised process, ProcessMemory memory, LivingChild child, String why) {
    parts
        .log()
        .warn(
            "not adopted: '"
                + process.machine.id().name()
                + "' with pid "
                + child.pid()
                + ": "
                + why);
    StopPolicy stop = child.stop();
    long deadline = parts.turn().now().nanos() + stop.waitsecs() * Moment.SECOND;
    driver.resume(process, memory.stopping(new Effect.SetTimer(Input.KILL_DUE, deadline)));
    children.adopt(process, child, false);
    children.signal(process, stop.signal(), stop.asGroup());
  }

  /**
   * Goes on with a process that was being stopped as it was configured no more, and is again.
   *
   * @return whether there was one
   */
  boolean takeLeftover(Supervised process) {
    Supervised leftover = parts.running().takeLeftover(process.machine.id());
    if (leftover == null) {
      return false;
    }
    process.startsWhenStopped = process.machine.config().start().autostart();
    driver.handOver(leftover, process);
    return true;
  }

  private ProcessMemory memoryOf(Survivor survivor, LivingChild child) {
    ProcessMemory memory = survivor.memory();
    if (memory == null || !memory.hadChild()) {
      memory = ProcessMemory.starting(parts.turn().now());
    }
    return memory.withPid(child.pid());
  }

  /** Why the child cannot be kept; null where it can. */
  private @Nullable String obstacle(Supervised process, Survivor survivor) {
    LivingChild child = survivor.child();
    if (child == null || survivor.untouched()) {
      return null;
    }
    if (survivor.fate() == Survivor.Fate.DOOMED) {
      return "it was being stopped with its supervisor";
    }
    if (process.group.config instanceof GroupConfig.ListenerPool) {
      return "nobody knows which events it has dealt with";
    }
    if (Fingerprint.of(process.machine.config(), process.group.config)
        != child.intent().fingerprint()) {
      return "its configuration has changed";
    }
    return child.reachable()
        ? adoptSocket(process, child)
        : "the system does not let this daemon have its pipes";
  }

  /** Takes the socket over that the group shares; returns why that cannot be. */
  private @Nullable String adoptSocket(Supervised process, LivingChild child) {
    FastCgiSocket socket = process.group.socket;
    if (socket == null) {
      return null;
    }
    try {
      socket.adopt(socket.isOpen() ? -1 : parts.posix().duplicateOf(child.pidfd(), 0));
      return null;
    } catch (PosixException e) {
      return "its socket cannot be had: " + e.getMessage();
    }
  }

  private static ProcessConfig unconfigured(Survivor survivor) {
    LivingChild child = survivor.child();
    StopPolicy stop = child == null ? new StopPolicy(15, 10, false, false) : child.stop();
    return new ProcessConfig(
        survivor.id(),
        "",
        new StartPolicy(0, false, 0, 0),
        new RestartPolicy(AutoRestart.NEVER, List.of(0)),
        stop,
        new Surroundings(null, null, null, Map.of(), null),
        new OutputConfig(PLAIN, PLAIN, false));
  }
}
