package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.net.UnreachableException;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code shutdown}. */
final class ShutdownAction implements Action {

  @Override
  public String help() {
    return "shutdown\t\tStop all processes and end supervisord";
  }

  @Override
  public void run(Session session, String argument)
      throws IOException, RpcFault, InputInterruptedException {
    if (!Complaint.absent(session, argument, "shutdown", this)
        || !Question.agreed(session, "Really shut the remote supervisord process down y/N? ")) {
      return;
    }
    try {
      session.call("supervisor.shutdown");
      session.print("Shut down");
    } catch (RpcFault fault) {
      if (fault.code() != Faults.SHUTDOWN_STATE) {
        throw fault;
      }
      session.print("ERROR: already shutting down");
    } catch (UnreachableException e) {
      unreachable(session, e);
    }
  }

  private static void unreachable(Session session, UnreachableException e)
      throws UnreachableException {
    String url = session.target().url();
    switch (e.reason()) {
      case REFUSED:
        session.print("ERROR: " + url + " refused connection (already shut down?)");
        break;
      case NO_SUCH_FILE:
        session.print("ERROR: " + url + " no such file (already shut down?)");
        break;
      default:
        throw e;
    }
    session.setExitStatus(ExitStatus.GENERIC);
  }
}
