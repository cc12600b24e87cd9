package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.rpc.RpcFault;

/** {@code restart}: stop all that were named, then start them. */
final class RestartAction implements Action {

  @Override
  public String help() {
    return """
        restart <name> ...\tStop processes, then start them
        restart <gname>:*\tRestart all processes of a group
        restart all\t\tRestart all processes
        A changed configuration file is not read: reread and update do that.""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    if (argument.isEmpty()) {
      Complaint.about(session, "Error: restart requires a process name", this);
      return;
    }
    new StopAction().run(session, argument);
    new StartAction().run(session, argument);
  }
}
