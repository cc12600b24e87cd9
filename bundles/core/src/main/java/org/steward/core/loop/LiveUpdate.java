package org.steward.core.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.UpdateRules;
import org.steward.core.output.ChildLogs;
import org.steward.core.process.Input;

/**
 * Has a running group follow another configuration and disturbs no more of it than that takes. On
 * the loop only.
 */
final class LiveUpdate {
  private final LoopParts parts;
  private final Driver driver;

  LiveUpdate(LoopParts parts, Driver driver) {
    this.parts = parts;
    this.driver = driver;
  }

  /** Follows; answers once all that has to stop has stopped. */
  void follow(Message.UpdateGroup request) {
    GroupConfig wanted = request.group().config();
    RunningGroup group = parts.running().group(wanted.name());
    if (group == null) {
      parts.turn().refuse(request.reply(), new SupervisorFault(Fault.BAD_NAME, wanted.name()));
    } else if (UpdateRules.replacesGroup(group.config, wanted)) {
      String why = wanted.name() + " cannot be changed while it runs";
      parts.turn().refuse(request.reply(), new SupervisorFault(Fault.FAILED, why));
    } else {
      follow(group, request);
    }
  }

  private void follow(RunningGroup group, Message.UpdateGroup request) {
    GroupSpec spec = request.group();
    Map<String, ProcessConfig> wanted = new LinkedHashMap<>();
    spec.config().processes().forEach(process -> wanted.put(process.id().name(), process));
    Stops stops = new Stops(request.reply());
    for (Supervised process : List.copyOf(group.processes())) {
      ProcessConfig config = wanted.remove(process.machine.id().name());
      if (config == null) {
        stopThen(process, new Afterwards.Leave(), stops);
      } else {
        follow(process, config, logs(spec, config), stops);
      }
    }
    List<Supervised> added = add(group, spec, wanted);
    group.arrange(spec.config());
    parts.running().arrange(group);
    start(added);
    stops.ready();
  }

  private static ChildLogs logs(GroupSpec spec, ProcessConfig process) {
    return spec.logs().getOrDefault(process.id(), ChildLogs.NONE);
  }

  private static List<Supervised> add(
      RunningGroup group, GroupSpec spec, Map<String, ProcessConfig> added) {
    if (added.isEmpty()) {
      return List.of();
    }
    GroupConfig members = spec.config().withProcesses(new ArrayList<>(added.values()));
    return group.add(new GroupSpec(members, spec.logs()));
  }

  private void start(List<Supervised> added) {
    for (Supervised process : added) {
      if (process.machine.config().start().autostart()) {
        driver.give(process, Input.START);
      }
    }
  }

  private void follow(Supervised process, ProcessConfig config, ChildLogs logs, Stops stops) {
    if (process.machine.config().equals(config) && process.afterwards == null) {
      return;
    }
    ChangeEffect effect =
        UpdateRules.effect(
            process.machine.config(),
            config,
            process.machine.state(),
            process.machine.administrativeStop());
    switch (effect) {
      case RESTART -> stopThen(process, new Afterwards.Become(config, logs, true), stops);
      case START -> startAs(process, config, logs);
      case LIVE -> goOnAs(process, config, logs);
      case ADDED, REMOVED -> throw new IllegalStateException(effect + " of one that is there");
    }
  }

  private void startAs(Supervised process, ProcessConfig config, ChildLogs logs) {
    if (process.machine.state() == ProcessState.STOPPING) {
      process.afterwards = new Afterwards.Become(config, logs, true);
    } else {
      driver.configure(process, config, logs);
      driver.give(process, Input.START);
    }
  }

  /** One that is being stopped only to become another, or to leave, is wanted after all. */
  private void goOnAs(Supervised process, ProcessConfig config, ChildLogs logs) {
    Afterwards before = process.afterwards;
    if (before != null) {
      boolean starts =
          before instanceof Afterwards.Become become ? become.starts() : config.start().autostart();
      process.afterwards = new Afterwards.Become(config, logs, starts);
      return;
    }
    driver.configure(process, config, logs);
    driver.restartIfWanted(process);
  }

  private void stopThen(Supervised process, Afterwards afterwards, Stops stops) {
    process.afterwards = afterwards;
    process.waiters.add(new Waiter(Waiter.Goal.STOPPED, stops.expect(process)));
    driver.stopped(process);
  }

  /** Collects what became of the processes that had to stop, and answers once all is known. */
  private final class Stops {
    private final Reply<Void> reply;
    private @Nullable SupervisorFault failure;
    private int open = 1;

    Stops(Reply<Void> reply) {
      this.reply = reply;
    }

    Waiter.Verdict expect(Supervised process) {
      open++;
      return fault -> {
        if (fault != null) {
          failure = fault;
        } else if (process.machine.state() == ProcessState.UNKNOWN) {
          process.afterwards = null;
          failure =
              new SupervisorFault(Fault.FAILED, process.displayName() + " could not be stopped");
        }
        ready();
      };
    }

    void ready() {
      if (--open > 0) {
        return;
      }
      if (failure == null) {
        parts.turn().answer(reply, null);
      } else {
        parts.turn().refuse(reply, failure);
      }
    }
  }
}
