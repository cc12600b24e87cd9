package org.steward.ctl.action;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** {@code update}: makes the groups in use those that are configured. */
final class UpdateAction implements Action {

  @Override
  public String help() {
    return """
        update\t\t\tRead the configuration files again; remove, restart and add groups accordingly
        update all\t\tThe same
        update <gname> [...]\tThe same, for these groups only""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    ConfigDiff diff;
    try {
      diff = ConfigDiff.reread(session);
    } catch (RpcFault fault) {
      if (fault.code() != Faults.SHUTDOWN_STATE) {
        throw fault;
      }
      session.print("ERROR: already shutting down");
      session.setExitStatus(ExitStatus.GENERIC);
      return;
    }
    Set<String> wanted = new LinkedHashSet<>(Words.split(argument));
    if (wanted.contains("all")) {
      wanted.clear();
    }
    if (!wanted.isEmpty()) {
      complainAboutUnknown(session, wanted, diff);
    }
    apply(session, diff, wanted);
  }

  private static void complainAboutUnknown(Session session, Set<String> wanted, ConfigDiff diff)
      throws IOException, RpcFault {
    Set<String> known = new HashSet<>(diff.added());
    for (ProcessInfo info : ProcessInfo.all(session)) {
      known.add(info.group());
    }
    for (String group : wanted) {
      if (!known.contains(group)) {
        session.print("ERROR: no such group: " + group);
        session.setExitStatus(ExitStatus.GENERIC);
      }
    }
  }

  private static void apply(Session session, ConfigDiff diff, Set<String> wanted)
      throws IOException, RpcFault {
    for (String group : diff.removed()) {
      if (isWanted(group, wanted)) {
        remove(session, group);
      }
    }
    for (String group : diff.changed()) {
      if (isWanted(group, wanted)) {
        replace(session, group);
      }
    }
    for (String group : diff.added()) {
      if (isWanted(group, wanted)) {
        session.call("supervisor.addProcessGroup", group);
        session.print(group + ": added process group");
      }
    }
  }

  private static boolean isWanted(String group, Set<String> wanted) {
    return wanted.isEmpty() || wanted.contains(group);
  }

  private static void remove(Session session, String group) throws IOException, RpcFault {
    Object results = session.call("supervisor.stopProcessGroup", group);
    session.print(group + ": stopped");
    for (Struct result : Struct.listOf(results)) {
      if (result.integer("status") == Faults.FAILED) {
        session.print(group + ": has problems; not removing");
        session.setExitStatus(ExitStatus.GENERIC);
        return;
      }
    }
    session.call("supervisor.removeProcessGroup", group);
    session.print(group + ": removed process group");
  }

  private static void replace(Session session, String group) throws IOException, RpcFault {
    session.call("supervisor.stopProcessGroup", group);
    session.print(group + ": stopped");
    session.call("supervisor.removeProcessGroup", group);
    session.call("supervisor.addProcessGroup", group);
    session.print(group + ": updated process group");
  }
}
