package org.steward.ctl.action;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** {@code upgrade}: replaces the running daemon by what is installed now. */
final class UpgradeAction implements Action {

  private static final int PATIENCE_SECONDS = 60;

  @Override
  public String help() {
    return """
        upgrade\t\t\tReplace the daemon by what is installed now; programs run on
        upgrade status\t\tShow what became of the last upgrade""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (argument.equals("status")) {
      show(session, report(session));
    } else if (Complaint.absent(session, argument, "upgrade", this)) {
      int before = report(session).integer("count");
      Object pid = session.call("supervisor.getPID");
      session.call("daemon.upgrade");
      Struct next = awaitNext(session, before, pid);
      if (next == null) {
        session.print("ERROR: the daemon died on the way, and another one was started");
        session.setExitStatus(ExitStatus.GENERIC);
      } else {
        show(session, next);
      }
    }
  }

  private static Struct report(Session session) throws IOException, RpcFault {
    return Struct.of(session.call("daemon.getUpgrade"));
  }

  /**
   * The daemon does not answer while it is being replaced, or lets go of a connection.
   *
   * @return null where another process answers, which knows nothing of an upgrade
   */
  private static @Nullable Struct awaitNext(Session session, int before, Object pid)
      throws IOException, RpcFault {
    Patience patience = new Patience(PATIENCE_SECONDS);
    while (true) {
      patience.pause();
      try {
        Struct report = report(session);
        if (report.integer("count") != before) {
          return report;
        }
        if (!session.call("supervisor.getPID").equals(pid)) {
          return null;
        }
      } catch (IOException | RpcFault notYet) {
        if (patience.isOver()) {
          throw notYet;
        }
      }
    }
  }

  private static void show(Session session, Struct report) throws IOException {
    String problem = report.string("problem");
    if (report.integer("count") == 0) {
      session.print("not upgraded since it was started");
    } else if (problem.isEmpty()) {
      session.print(
          "upgraded from "
              + report.string("from")
              + " to "
              + report.string("to")
              + "; programs were without it for "
              + report.integer("milliseconds")
              + " ms");
    } else {
      session.print("ERROR: not upgraded, the daemon before goes on: " + problem);
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }
}
