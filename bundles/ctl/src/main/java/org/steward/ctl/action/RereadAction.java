package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code reread}: shows what {@code update} would change. */
final class RereadAction implements Action {

  @Override
  public String help() {
    return "reread\t\t\tRead the configuration files again and show what changed; changes nothing itself";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!Complaint.absent(session, argument, "reread", this)) {
      return;
    }
    try {
      show(session, ConfigDiff.reread(session));
    } catch (RpcFault fault) {
      refused(session, fault);
    }
  }

  private static void show(Session session, ConfigDiff diff) {
    Map<String, String> changes = new TreeMap<>();
    put(changes, diff.added(), GroupChange.ADDED);
    put(changes, diff.changed(), GroupChange.CHANGED);
    put(changes, diff.removed(), GroupChange.REMOVED);
    session.tellOf("changes");
    if (changes.isEmpty() && session.report() == null) {
      session.print("No config updates to processes");
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String group = change.getKey();
      session.tell(
          "changes",
          new GroupChange(group, change.getValue(), false, ""),
          group + ": " + line(change.getValue()));
    }
  }

  private static String line(String kind) {
    return switch (kind) {
      case GroupChange.ADDED -> "available";
      case GroupChange.REMOVED -> "disappeared";
      default -> kind;
    };
  }

  private static void put(Map<String, String> changes, List<String> names, String what) {
    for (String name : names) {
      changes.put(name, what);
    }
  }

  private static void refused(Session session, RpcFault fault) throws RpcFault {
    switch (fault.code()) {
      case Faults.SHUTDOWN_STATE:
        session.print("ERROR: supervisor shutting down");
        break;
      case Faults.CANT_REREAD:
        session.print("ERROR: " + fault.text());
        break;
      default:
        throw fault;
    }
    session.setExitStatus(ExitStatus.GENERIC);
  }
}
