package org.steward.core.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessSnapshot;
import org.steward.core.eventloop.Timers;
import org.steward.core.output.ChildLogs;
import org.steward.core.process.Ending;
import org.steward.core.process.ProcessMachine;

/**
 * One process of the running set: its machine and what the loop holds for it. Touched on the loop
 * only.
 */
final class Supervised {
  final ProcessMachine machine;
  final RunningGroup group;

  /** The files its next child's output goes to, and that of its present one. */
  ChildLogs logs;

  /** The child that is being prepared or lives, null where there is none. */
  @Nullable Child child;

  /** The machine's one timer. */
  Timers.@Nullable Timer timer;

  /** Those who wait for what becomes of it. */
  final List<Waiter> waiters = new ArrayList<>(0);

  /** Whether it is stopped only to be started anew. */
  boolean startsWhenStopped;

  /** What becomes of it once it has stopped, null where nothing does. */
  @Nullable Afterwards afterwards;

  /** Whether it was removed from the running set. */
  boolean removed;

  private @Nullable ProcessSnapshot snapshot;

  Supervised(ProcessMachine machine, RunningGroup group, ChildLogs logs) {
    this.machine = machine;
    this.group = group;
    this.logs = logs;
  }

  /** Its name as refusals name it. */
  String displayName() {
    return machine.id().displayName();
  }

  /** Notes that its snapshot no longer tells the truth. */
  void changed() {
    snapshot = null;
    group.changed();
  }

  /** Its present snapshot. */
  ProcessSnapshot snapshot() {
    ProcessSnapshot present = snapshot;
    if (present == null) {
      present = takeSnapshot();
      snapshot = present;
    }
    return present;
  }

  private ProcessSnapshot takeSnapshot() {
    Ending ending = machine.ending();
    return new ProcessSnapshot(
        machine.id(),
        machine.state(),
        machine.pid(),
        machine.startedAt(),
        machine.stoppedAt(),
        machine.spawnError(),
        ending == null ? 0 : ending.code(),
        ending == null ? 0 : ending.signal(),
        machine.restarts(),
        machine.administrativeStop(),
        logs.stdout() == null ? "" : logs.stdout(),
        logs.stderr() == null ? "" : logs.stderr(),
        machine.config().start().priority());
  }
}
