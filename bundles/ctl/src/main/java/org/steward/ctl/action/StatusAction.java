package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;

/** {@code status}: a line for each process. */
final class StatusAction implements Action {

  private static final int NAME_WIDTH = 30;
  private static final int NAME_GAP = 3;
  private static final int STATE_WIDTH = 10;

  @Override
  public String help() {
    return """
        status\t\t\tShow the state of every process
        status <name> ...\tShow the state of these processes
        status <gname>:*\tShow the state of a group's processes""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      session.setExitStatus(ExitStatus.STATUS_UNKNOWN);
      return;
    }
    List<ProcessInfo> all = ProcessInfo.all(session);
    List<String> names = Words.split(argument);
    List<ProcessInfo> shown =
        names.isEmpty() || names.contains("all") ? all : select(session, names, all);
    session.tellOf("processes");
    show(session, shown);
    for (ProcessInfo info : shown) {
      if (info.isStopped()) {
        session.setExitStatus(ExitStatus.STATUS_NOT_RUNNING);
      }
    }
  }

  private static List<ProcessInfo> select(
      Session session, List<String> names, List<ProcessInfo> all) {
    List<ProcessInfo> selected = new ArrayList<>();
    for (String name : names) {
      Namespec wanted = Namespec.parse(name);
      int before = selected.size();
      for (ProcessInfo info : all) {
        if (matches(wanted, info)) {
          selected.add(info);
        }
      }
      if (selected.size() == before) {
        complain(session, name, wanted);
      }
    }
    return selected;
  }

  private static boolean matches(Namespec wanted, ProcessInfo info) {
    return info.group().equals(wanted.group())
        && (wanted.process() == null || info.name().equals(wanted.process()));
  }

  private static void complain(Session session, String name, Namespec wanted) {
    session.print(
        wanted.process() == null
            ? wanted.group() + ": ERROR (no such group)"
            : name + ": ERROR (no such process)");
    session.setExitStatus(ExitStatus.STATUS_UNKNOWN);
  }

  private static void show(Session session, List<ProcessInfo> infos) {
    int width = NAME_WIDTH;
    for (ProcessInfo info : infos) {
      width = Math.max(width, info.namespec().codePointCount(0, info.namespec().length()));
    }
    for (ProcessInfo info : infos) {
      session.tell(
          "processes",
          info,
          Words.pad(info.namespec(), width + NAME_GAP)
              + Words.pad(info.stateName(), STATE_WIDTH)
              + info.description());
    }
  }
}
