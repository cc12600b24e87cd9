package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code pid}. */
final class PidAction implements Action {

  @Override
  public String help() {
    return """
        pid\t\t\tShow supervisord's process id
        pid <name> ...\t\tShow the process ids of processes, 0 where there is none
        pid all\t\t\tShow the process id of every process, one a line""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      Object pid = session.call("supervisor.getPID");
      session.tell("pid", pid, String.valueOf(pid));
    } else if (names.contains("all")) {
      for (ProcessInfo info : ProcessInfo.all(session)) {
        session.tell("processes", info, String.valueOf(info.pid()));
      }
    } else {
      for (String name : names) {
        show(session, name);
      }
    }
  }

  private static void show(Session session, String name) throws IOException, RpcFault {
    try {
      ProcessInfo info = ProcessInfo.of(session.call("supervisor.getProcessInfo", name));
      session.tell("processes", info, String.valueOf(info.pid()));
      if (info.pid() == 0) {
        session.setExitStatus(ExitStatus.NOT_RUNNING);
      }
    } catch (RpcFault fault) {
      if (fault.code() != Faults.BAD_NAME) {
        throw fault;
      }
      session.print("No such process " + name);
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }
}
