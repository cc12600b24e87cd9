package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.rpc.RpcFault;

/** {@code version}: the server's, not this program's. */
final class VersionAction implements Action {

  @Override
  public String help() {
    return "version\t\t\tShow the version of the supervisord talked to";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (Complaint.absent(session, argument, "version", this) && UpCheck.passes(session)) {
      Object version = session.call("supervisor.getSupervisorVersion");
      session.tell("version", version, String.valueOf(version));
    }
  }
}
