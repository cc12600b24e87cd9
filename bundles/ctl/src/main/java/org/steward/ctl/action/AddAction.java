package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code add}. */
final class AddAction implements Action {

  @Override
  public String help() {
    return "add <name> [...]\tActivate configured groups that are not yet in use";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      session.hint("Nothing was added: add takes names of groups. reread shows which there are.");
    }
    for (String name : names) {
      try {
        session.call("supervisor.addProcessGroup", name);
        session.print(name + ": added process group");
      } catch (RpcFault fault) {
        refused(session, name, fault);
      }
    }
  }

  /** That a group is there already has never counted as a failure. */
  private static void refused(Session session, String name, RpcFault fault) throws RpcFault {
    switch (fault.code()) {
      case Faults.ALREADY_ADDED:
        session.print("ERROR: process group already active");
        return;
      case Faults.SHUTDOWN_STATE:
        session.print("ERROR: shutting down");
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
