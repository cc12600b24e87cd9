package org.steward.core.loop;

import java.util.List;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessState;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.process.Effect;
import org.steward.core.process.Ending;
import org.steward.core.process.Input;
import org.steward.core.process.Moment;
import org.steward.core.process.ProcessMemory;

/** Gives inputs to the machines and carries out what they want done. On the loop only. */
final class Driver {
  private final LoopParts parts;
  private final Children children;
  private boolean restartsAllowed = true;

  Driver(LoopParts parts, Children children) {
    this.parts = parts;
    this.children = children;
    children.drivenBy(this);
  }

  /** From now on nothing is started again by itself: the supervisor ends. */
  void forbidRestarts() {
    restartsAllowed = false;
  }

  /** Gives an input that needs no further facts. */
  void give(Supervised process, Input input) {
    carryOut(process, process.machine.apply(input, parts.turn().now()));
  }

  void spawned(Supervised process, int pid) {
    // A turn may spawn many, and a busy machine takes its time: each lives from its own spawn on.
    parts.turn().readClock();
    if (isListener(process)) {
      parts.listeners().tell(protocol -> protocol.listenerStarted(process.machine.id()));
    }
    carryOut(process, process.machine.spawned(pid, parts.turn().now()));
  }

  void spawnFailed(Supervised process, String why) {
    carryOut(process, process.machine.spawnFailed(why, parts.turn().now()));
  }

  /** Its child is seen to have ended; what it left is yet to be read, and nothing else is due. */
  void endSeen(Supervised process) {
    clearTimer(process);
  }

  /**
   * Its child has ended, and all it left is dealt with.
   *
   * @param at when it was seen to have ended
   */
  void ended(Supervised process, Ending how, Moment at) {
    carryOut(process, process.machine.ended(how, at));
    if (parts.running().removeLeftover(process)) {
      parts.notes().forgotten(process);
    }
    if (isListener(process)) {
      parts.listeners().tell(protocol -> protocol.listenerEnded(process.machine.id()));
    }
    if (process.startsWhenStopped) {
      process.startsWhenStopped = false;
      if (restartsAllowed) {
        give(process, Input.START);
      }
    } else {
      restartIfWanted(process);
    }
  }

  /** Has it stopped, or what was to be done once it has stopped done where it is. */
  void stopped(Supervised process) {
    if (process.machine.state().isStopped()) {
      settle(process);
      goOnIfStopped(process);
    } else {
      give(process, Input.STOP);
    }
  }

  /** Starts a process that has exited again, if its policy says so. */
  void restartIfWanted(Supervised process) {
    if (restartsAllowed && !process.removed && process.machine.wantsRestart()) {
      carryOut(process, process.machine.restart(parts.turn().now()));
    }
  }

  /** Goes on with a process where an earlier daemon was. */
  void resume(Supervised process, ProcessMemory memory) {
    List<Effect> effects = process.machine.resume(memory);
    process.changed();
    parts.notes().changed(process);
    carryOut(process, effects);
  }

  /** Someone wants a process stopped that has ended and may be about to be started again. */
  void callOffRestart(Supervised process) {
    carryOut(process, process.machine.callOffRestart());
  }

  /** Has one process go on in another's place, with its child. */
  void handOver(Supervised from, Supervised to) {
    clearTimer(from);
    Child child = from.child;
    from.child = null;
    to.child = child;
    if (child != null) {
      child.process = to;
    }
    resume(to, from.machine.memory());
  }

  void signalFailed(Supervised process, String why) {
    carryOut(process, process.machine.signalFailed(why, parts.turn().now()));
  }

  private void carryOut(Supervised process, List<Effect> effects) {
    if (effects.isEmpty()) {
      return;
    }
    process.changed();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Spawn() -> children.prepare(process);
        case Effect.Signal(int signal, boolean toGroup) ->
            children.signal(process, signal, toGroup);
        case Effect.SetTimer(Input input, long deadline) -> setTimer(process, input, deadline);
        case Effect.ClearTimer() -> clearTimer(process);
        case Effect.Log(var level, String text) -> parts.log().log(level, text);
        case Effect.Emit(SupervisorEvent event) -> emit(process, event);
      }
    }
    if (!process.removed) {
      parts.notes().changed(process);
    }
    settle(process);
    goOnIfStopped(process);
  }

  private void goOnIfStopped(Supervised process) {
    Afterwards next = process.afterwards;
    if (next != null && process.child == null && process.machine.state().isStopped()) {
      process.afterwards = null;
      goOn(process, next);
    }
  }

  private void goOn(Supervised process, Afterwards next) {
    switch (next) {
      case Afterwards.Leave() -> {
        process.group.remove(process);
        forget(process);
      }
      case Afterwards.Become(ProcessConfig config, ChildLogs logs, boolean starts) -> {
        configure(process, config, logs);
        if (starts && restartsAllowed) {
          give(process, Input.START);
        }
      }
    }
  }

  /**
   * It is looked after no more, having been removed from the running set. A child that could not be
   * stopped is still reaped, and not started again.
   */
  void forget(Supervised process) {
    process.removed = true;
    clearTimer(process);
    parts.notes().forgotten(process);
  }

  /** Has a process, and its child if it has one, follow another configuration at once. */
  void configure(Supervised process, ProcessConfig config, ChildLogs logs) {
    process.logs = logs;
    List<Effect> effects = process.machine.configure(config);
    process.changed();
    process.group.memberConfigured();
    children.reconfigure(process);
    carryOut(process, effects);
  }

  private void emit(Supervised process, SupervisorEvent event) {
    parts.turn().emit(event);
    if (event instanceof ProcessStateChanged change && isListener(process)) {
      announceListener(process, change.to());
    }
  }

  private void announceListener(Supervised process, ProcessState state) {
    if (state == ProcessState.RUNNING) {
      parts.listeners().tell(protocol -> protocol.listenerRunning(process.machine.id()));
    } else if (state == ProcessState.STOPPING) {
      parts.listeners().tell(protocol -> protocol.listenerStopping(process.machine.id()));
    }
  }

  private static boolean isListener(Supervised process) {
    return process.group.config instanceof GroupConfig.ListenerPool;
  }

  private void setTimer(Supervised process, Input input, long deadline) {
    clearTimer(process);
    process.timer = parts.timers().at(deadline, () -> timerDue(process, input));
  }

  private void timerDue(Supervised process, Input input) {
    process.timer = null;
    if (input == Input.RESTART_DUE) {
      restartIfWanted(process);
    } else if (input == Input.RETRY_DUE && !restartsAllowed) {
      give(process, Input.GIVE_UP);
    } else {
      give(process, input);
    }
  }

  private static void clearTimer(Supervised process) {
    if (process.timer != null) {
      process.timer.cancel();
      process.timer = null;
    }
  }

  private static void settle(Supervised process) {
    if (!process.waiters.isEmpty()) {
      process.waiters.removeIf(waiter -> waiter.settle(process));
    }
  }
}
