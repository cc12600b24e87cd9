package org.steward.ctl.action;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** {@code update}: makes the groups in use those that are configured. */
final class UpdateAction implements Action {

  private static final String DRY_RUN = "--dry-run";

  @Override
  public String help() {
    return """
        update\t\t\tRead the configuration files again; remove, restart and add programs accordingly
        update all\t\tThe same
        update <gname> [...]\tThe same, for these groups only
        update --dry-run [...]\tOnly show what would be done, program by program and option by option""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    Set<String> wanted = new LinkedHashSet<>(Words.split(argument));
    boolean dryRun = wanted.remove(DRY_RUN);
    if (wanted.contains("all")) {
      wanted.clear();
    }
    try {
      LiveUpdate update = LiveUpdate.plan(session);
      if (update == null) {
        classic(session, wanted, dryRun);
        return;
      }
      complainAboutUnknown(session, wanted, update.names());
      if (dryRun) {
        update.show(session, wanted);
      } else {
        update.apply(session, wanted);
      }
    } catch (RpcFault fault) {
      if (fault.code() != Faults.SHUTDOWN_STATE) {
        throw fault;
      }
      session.print("ERROR: already shutting down");
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }

  /** As Supervisor's server has to be told, which replaces whole groups. */
  private static void classic(Session session, Set<String> wanted, boolean dryRun)
      throws IOException, RpcFault {
    if (dryRun) {
      session.print("ERROR: this server cannot tell what an update would do");
      session.setExitStatus(ExitStatus.GENERIC);
      return;
    }
    ConfigDiff diff = ConfigDiff.reread(session);
    complainAboutUnknown(session, wanted, diff.added());
    session.tellOf("changes");
    apply(session, diff, wanted);
  }

  private static void complainAboutUnknown(
      Session session, Set<String> wanted, Collection<String> differing)
      throws IOException, RpcFault {
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>(differing);
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
        session.tell(
            "changes", GroupChange.done(group, GroupChange.ADDED), group + ": added process group");
      }
    }
  }

  /** Whether a group is among those named, or none are. */
  static boolean isWanted(String group, Set<String> wanted) {
    return wanted.isEmpty() || wanted.contains(group);
  }

  private static void remove(Session session, String group) throws IOException, RpcFault {
    Object results = session.call("supervisor.stopProcessGroup", group);
    stopped(session, group);
    for (Struct result : Struct.listOf(results)) {
      if (result.integer("status") == Faults.FAILED) {
        session.tell(
            "changes",
            GroupChange.refused(group, GroupChange.REMOVED, "a process could not be stopped"),
            group + ": has problems; not removing");
        session.setExitStatus(ExitStatus.GENERIC);
        return;
      }
    }
    session.call("supervisor.removeProcessGroup", group);
    session.tell(
        "changes", GroupChange.done(group, GroupChange.REMOVED), group + ": removed process group");
  }

  /** A step on the way, of which a report has the end. */
  static void stopped(Session session, String group) {
    if (session.report() == null) {
      session.print(group + ": stopped");
    }
  }

  private static void replace(Session session, String group) throws IOException, RpcFault {
    session.call("supervisor.stopProcessGroup", group);
    stopped(session, group);
    session.call("supervisor.removeProcessGroup", group);
    session.call("supervisor.addProcessGroup", group);
    session.tell(
        "changes", GroupChange.done(group, GroupChange.CHANGED), group + ": updated process group");
  }
}
