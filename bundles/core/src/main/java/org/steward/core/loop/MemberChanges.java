package org.steward.core.loop;

import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.process.Input;

/** Adds processes to groups that run and removes them from these. On the loop only. */
final class MemberChanges {
  private final LoopParts parts;
  private final Driver driver;

  MemberChanges(LoopParts parts, Driver driver) {
    this.parts = parts;
    this.driver = driver;
  }

  void add(Message.AddProcesses request) {
    GroupConfig wanted = request.members().config();
    RunningGroup group = parts.running().group(wanted.name());
    if (group == null) {
      refuse(request, Fault.BAD_NAME, "group: " + wanted.name());
    } else if (group.config instanceof GroupConfig.ListenerPool) {
      refuse(request, Fault.FAILED, wanted.name() + " is a pool of event listeners");
    } else {
      addUnlessTaken(request, group);
    }
  }

  private void addUnlessTaken(Message.AddProcesses request, RunningGroup group) {
    for (ProcessConfig process : request.members().config().processes()) {
      if (group.process(process.id().name()) != null) {
        refuse(request, Fault.BAD_NAME, process.id().name());
        return;
      }
    }
    for (Supervised process : group.add(request.members())) {
      if (process.machine.config().start().autostart()) {
        driver.give(process, Input.START);
      }
    }
    parts.turn().answer(request.reply(), null);
  }

  void remove(Message.RemoveProcess request) {
    Supervised process = parts.running().process(request.id());
    if (process == null) {
      refuse(request, Fault.BAD_NAME, request.id().displayName());
    } else if (process.group.config instanceof GroupConfig.ListenerPool) {
      refuse(request, Fault.FAILED, process.group.name() + " is a pool of event listeners");
    } else if (process.child != null || !process.machine.state().isStopped()) {
      refuse(request, Fault.STILL_RUNNING, request.id().displayName());
    } else {
      process.group.remove(process);
      driver.forget(process);
      parts.turn().answer(request.reply(), null);
    }
  }

  private void refuse(Message.Request request, Fault fault, String detail) {
    parts.turn().refuse(request.reply(), new SupervisorFault(fault, detail));
  }
}
