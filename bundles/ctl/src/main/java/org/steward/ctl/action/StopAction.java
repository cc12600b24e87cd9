package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;

/** {@code stop}. */
final class StopAction implements Action {

  @Override
  public String help() {
    return """
        stop <name> ...\t\tStop processes, and wait until they are gone
        stop <gname>:*\t\tStop all processes of a group
        stop all\t\tStop all processes""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      Complaint.about(session, "Error: stop requires a process name", this);
      return;
    }
    new OrderRunner(session, Order.STOP, null).run(names);
  }
}
