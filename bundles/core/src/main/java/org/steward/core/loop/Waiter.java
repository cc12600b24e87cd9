package org.steward.core.loop;

import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;

/**
 * Someone who waits for what becomes of one process. Asked after each step of it; touched on the
 * loop only.
 */
final class Waiter {
  /** What is waited for. */
  enum Goal {
    /** That a child was spawned, or could not be. */
    SPAWNED,
    /** That it is RUNNING, or its start failed. */
    RUNNING,
    /** That it is stopped. */
    STOPPED
  }

  /** Told once what became of the wait: null for success. */
  interface Verdict {
    void decided(@Nullable SupervisorFault fault);
  }

  final Goal goal;
  private final Verdict verdict;

  Waiter(Goal goal, Verdict verdict) {
    this.goal = goal;
    this.verdict = verdict;
  }

  /** Looks at the process; returns whether the wait is over. */
  boolean settle(Supervised process) {
    return goal == Goal.STOPPED ? settleStop(process) : settleStart(process);
  }

  /** Ends the wait because the loop ends. */
  void abandon(SupervisorFault fault) {
    verdict.decided(fault);
  }

  private boolean settleStop(Supervised process) {
    if (!process.machine.state().isStopped()) {
      return false;
    }
    verdict.decided(null);
    return true;
  }

  private boolean settleStart(Supervised process) {
    ProcessState state = process.machine.state();
    if (!process.machine.spawnError().isEmpty()) {
      verdict.decided(new SupervisorFault(Fault.SPAWN_ERROR, process.displayName()));
      return true;
    }
    if (state == ProcessState.RUNNING || (goal == Goal.SPAWNED && process.machine.pid() != 0)) {
      verdict.decided(null);
      return true;
    }
    if (state != ProcessState.STARTING) {
      verdict.decided(new SupervisorFault(Fault.ABNORMAL_TERMINATION, process.displayName()));
      return true;
    }
    return false;
  }
}
