package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code remove}. */
final class RemoveAction implements Action {

  @Override
  public String help() {
    return "remove <name> [...]\tTake stopped groups out of use";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      session.hint("Nothing was removed: remove takes names of groups.");
    }
    for (String name : names) {
      try {
        session.call("supervisor.removeProcessGroup", name);
        session.print(name + ": removed process group");
      } catch (RpcFault fault) {
        refused(session, name, fault);
      }
    }
  }

  private static void refused(Session session, String name, RpcFault fault) throws RpcFault {
    switch (fault.code()) {
      case Faults.STILL_RUNNING:
        session.print("ERROR: process/group still running: " + name);
        break;
      case Faults.BAD_NAME:
        session.print("ERROR: no such process/group: " + name);
        break;
      default:
        throw fault;
    }
    session.setExitStatus(ExitStatus.GENERIC);
  }
}
