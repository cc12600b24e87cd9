package org.steward.core.loop;

import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.core.config.GroupConfig;
import org.steward.core.journal.Survivor;
import org.steward.core.process.Input;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;

/** Adds groups to the running set and removes them. On the loop only. */
final class GroupChanges {
  private final LoopParts parts;
  private final Driver driver;
  private final Adoption adoption;
  private final PoolHost poolHost;
  private final Delivery delivery;

  GroupChanges(
      LoopParts parts, Driver driver, Adoption adoption, PoolHost poolHost, Delivery delivery) {
    this.parts = parts;
    this.driver = driver;
    this.adoption = adoption;
    this.poolHost = poolHost;
    this.delivery = delivery;
  }

  void add(Message.AddGroup request) {
    GroupConfig config = request.group().config();
    if (parts.running().group(config.name()) != null) {
      parts.turn().refuse(request.reply(), new SupervisorFault(Fault.ALREADY_ADDED, config.name()));
      return;
    }
    RunningGroup group = new RunningGroup(request.group(), parts.running());
    if (config instanceof GroupConfig.FastCgi fastCgi) {
      group.socket = socket(fastCgi);
    }
    parts.running().add(group);
    if (config instanceof GroupConfig.ListenerPool pool) {
      // A pool is told of what happens from now on: not of what the turn has brought before.
      delivery.all();
      PoolSpec spec = spec(pool);
      parts.listeners().tell(protocol -> protocol.poolAdded(spec, poolHost));
    }
    parts.turn().emit(new ProcessGroupChanged(config.name(), true));
    for (Supervised process : group.processes()) {
      Survivor survivor = request.group().survivors().get(process.machine.id());
      if (survivor != null) {
        adoption.take(process, survivor);
      } else if (!adoption.takeLeftover(process) && process.machine.config().start().autostart()) {
        driver.give(process, Input.START);
      }
    }
    parts.turn().answer(request.reply(), null);
  }

  /** The socket that the processes of a group are going to share. */
  FastCgiSocket socket(GroupConfig.FastCgi group) {
    return new FastCgiSocket(group.socket(), parts.posix(), parts.posix(), parts.log());
  }

  void remove(Message.RemoveGroup request) {
    RunningGroup group = parts.running().group(request.name());
    if (group == null) {
      parts.turn().refuse(request.reply(), new SupervisorFault(Fault.BAD_NAME, request.name()));
    } else if (!group.isStopped()) {
      parts
          .turn()
          .refuse(request.reply(), new SupervisorFault(Fault.STILL_RUNNING, request.name()));
    } else {
      parts.running().remove(group);
      group.processes().forEach(driver::forget);
      if (group.config instanceof GroupConfig.ListenerPool) {
        parts.listeners().tell(protocol -> protocol.poolRemoved(group.name()));
      }
      parts.turn().emit(new ProcessGroupChanged(request.name(), false));
      parts.turn().answer(request.reply(), null);
    }
  }

  private PoolSpec spec(GroupConfig.ListenerPool pool) {
    return new PoolSpec(
        pool.name(),
        parts.settings().identifier(),
        pool.bufferSize(),
        pool.events(),
        pool.resultHandler(),
        pool.lenInBytes(),
        pool.processes().stream().map(process -> process.id()).toList());
  }
}
