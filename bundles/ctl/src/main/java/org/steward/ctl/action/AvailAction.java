package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** {@code avail}: what is configured. */
final class AvailAction implements Action {

  private static final int NAME_WIDTH = 32;
  private static final int WIDTH = 9;

  @Override
  public String help() {
    return "avail\t\t\tList all configured processes";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!Complaint.absent(session, argument, "avail", this)) {
      return;
    }
    session.tellOf("processes");
    try {
      for (Struct config : Struct.listOf(session.call("supervisor.getAllConfigInfo"))) {
        session.tell("processes", () -> record(config), line(config));
      }
    } catch (RpcFault fault) {
      if (fault.code() != Faults.SHUTDOWN_STATE) {
        throw fault;
      }
      session.print("ERROR: supervisor shutting down");
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }

  private static Struct record(Struct config) {
    Struct record =
        Namespec.record(String.valueOf(config.get("group")), String.valueOf(config.get("name")));
    copy(record, "inUse", config, "inuse");
    copy(record, "autostart", config, "autostart");
    copy(record, "groupPriority", config, "group_prio");
    copy(record, "priority", config, "process_prio");
    copy(record, "command", config, "command");
    return record;
  }

  private static void copy(Struct record, String field, Struct config, String member) {
    Object value = config.get(member);
    if (value != null) {
      record.put(field, value);
    }
  }

  private static String line(Struct config) throws IOException {
    return Words.pad(Namespec.of(config.string("group"), config.string("name")), NAME_WIDTH)
        + " "
        + Words.pad(config.truth("inuse") ? "in use" : "avail", WIDTH)
        + " "
        + Words.pad(config.truth("autostart") ? "auto" : "manual", WIDTH)
        + " "
        + config.get("group_prio")
        + ":"
        + config.get("process_prio");
  }
}
