package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code add} and {@code remove}: puts configured groups into use and takes them out of it. */
enum GroupAction implements Action {
  ADD(
      "addProcessGroup",
      GroupChange.ADDED,
      "add <name> [...]\tActivate configured groups that are not yet in use",
      "Nothing was added: add takes names of groups. reread shows which there are."),
  REMOVE(
      "removeProcessGroup",
      GroupChange.REMOVED,
      "remove <name> [...]\tTake stopped groups out of use",
      "Nothing was removed: remove takes names of groups.");

  private final String method;
  private final String done;
  private final String help;
  private final String advice;

  GroupAction(String method, String done, String help, String advice) {
    this.method = "supervisor." + method;
    this.done = done;
    this.help = help;
    this.advice = advice;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    session.tellOf("changes");
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      session.hint(advice);
    }
    for (String name : names) {
      try {
        session.call(method, name);
        String line = name + ": " + done + " process group";
        session.tell("changes", GroupChange.done(name, done), line);
      } catch (RpcFault fault) {
        refused(session, name, fault);
      }
    }
  }

  /** That a group is there already has never counted as a failure. */
  private void refused(Session session, String name, RpcFault fault) throws RpcFault {
    String why = why(name, fault);
    session.tell("changes", GroupChange.refused(name, done, why), "ERROR: " + why);
    if (fault.code() != Faults.ALREADY_ADDED) {
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }

  private String why(String name, RpcFault fault) throws RpcFault {
    return switch (fault.code()) {
      case Faults.ALREADY_ADDED -> "process group already active";
      case Faults.STILL_RUNNING -> "process/group still running: " + name;
      case Faults.BAD_NAME -> "no such process/group: " + name;
      case Faults.SHUTDOWN_STATE -> {
        if (this == REMOVE) {
          throw fault;
        }
        yield "shutting down";
      }
      default -> throw fault;
    };
  }
}
