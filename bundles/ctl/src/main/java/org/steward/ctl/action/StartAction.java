package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;

/** {@code start}. */
final class StartAction implements Action {

  @Override
  public String help() {
    return """
        start <name> ...\tStart processes, and wait until they run
        start <gname>:*\t\tStart all processes of a group
        start all\t\tStart all processes""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      session.print("Error: start requires a process name");
      session.setExitStatus(ExitStatus.INVALID_ARGUMENTS);
      session.print(help());
      return;
    }
    new OrderRunner(session, Order.START, null).run(names);
  }
}
