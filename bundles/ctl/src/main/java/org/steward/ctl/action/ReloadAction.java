package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code reload}: restarts the server itself. */
final class ReloadAction implements Action {

  @Override
  public String help() {
    return "reload\t\t\tStop all processes and start supervisord anew";
  }

  @Override
  public void run(Session session, String argument)
      throws IOException, RpcFault, InputInterruptedException {
    if (!Complaint.absent(session, argument, "reload", this)
        || !Question.agreed(session, "Really restart the remote supervisord process y/N? ")) {
      return;
    }
    try {
      session.call("supervisor.restart");
      session.print("Restarted supervisord");
    } catch (RpcFault fault) {
      if (fault.code() != Faults.SHUTDOWN_STATE) {
        throw fault;
      }
      session.print("ERROR: already shutting down");
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }
}
