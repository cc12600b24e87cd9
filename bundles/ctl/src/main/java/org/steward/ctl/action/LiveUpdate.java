package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** An update by a server that can say beforehand what it takes, and disturbs no more than that. */
record LiveUpdate(List<Struct> groups) {

  /** Has the server plan it; null for one that cannot, as Supervisor's cannot. */
  static @Nullable LiveUpdate plan(Session session) throws IOException, RpcFault {
    try {
      return new LiveUpdate(Struct.listOf(session.call("config.plan")));
    } catch (RpcFault fault) {
      if (fault.code() == Faults.UNKNOWN_METHOD) {
        return null;
      }
      throw fault;
    }
  }

  /** The groups that differ. */
  Set<String> names() throws IOException {
    Set<String> names = new HashSet<>();
    for (Struct group : groups) {
      names.add(group.string("group"));
    }
    return names;
  }

  /** Shows what it would do to these groups, all if there are none. */
  void show(Session session, Set<String> wanted) throws IOException {
    JsonReport report = session.report();
    if (report != null) {
      report.put("plan", groups(wanted));
      return;
    }
    List<Struct> shown = groups(wanted);
    for (Struct group : shown) {
      show(session, group);
    }
    if (shown.isEmpty()) {
      session.print("No config updates to processes");
    }
  }

  private List<Struct> groups(Set<String> wanted) throws IOException {
    List<Struct> chosen = new ArrayList<>();
    for (Struct group : groups) {
      if (UpdateAction.isWanted(group.string("group"), wanted)) {
        chosen.add(group);
      }
    }
    return chosen;
  }

  private static void show(Session session, Struct group) throws IOException {
    session.print(group.string("group") + ": " + group.string("change"));
    showOptions(session, "  ", group);
    for (Struct process : group.structs("processes")) {
      String effect = process.string("effect");
      session.print("  " + process.string("name") + ": " + effect);
      if (!effect.equals("added") && !effect.equals("removed")) {
        showOptions(session, "    ", process);
      }
    }
  }

  private static void showOptions(Session session, String indent, Struct of) throws IOException {
    for (Struct option : of.structs("options")) {
      session.print(
          indent
              + option.string("option")
              + ": "
              + value(option.get("before"))
              + " -> "
              + value(option.get("after"))
              + " ("
              + option.string("effect")
              + ")");
    }
  }

  private static String value(@Nullable Object text) {
    return text == null ? "not set" : text.toString();
  }

  /** Does it to these groups, all if there are none. */
  void apply(Session session, Set<String> wanted) throws IOException, RpcFault {
    session.tellOf("changes");
    for (Struct group : groups(wanted)) {
      String name = group.string("group");
      for (Struct done : Struct.listOf(session.call("config.update", List.of(name)))) {
        tell(session, name, done);
      }
    }
  }

  private static void tell(Session session, String group, Struct done) throws IOException {
    if (done.truth("stopped")) {
      UpdateAction.stopped(session, group);
    }
    String problem = done.string("problem");
    String change = done.string("change");
    if (problem.isEmpty()) {
      session.tell(
          "changes",
          GroupChange.done(group, change),
          switch (change) {
            case GroupChange.ADDED -> group + ": added process group";
            case GroupChange.REMOVED -> group + ": removed process group";
            default -> group + ": updated process group";
          });
      return;
    }
    session.tell(
        "changes",
        GroupChange.refused(group, change, problem),
        change.equals(GroupChange.REMOVED)
            ? group + ": has problems; not removing"
            : group + ": ERROR (" + problem + ")");
    session.setExitStatus(ExitStatus.GENERIC);
  }
}
