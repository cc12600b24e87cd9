package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;

/** {@code signal}. */
final class SignalAction implements Action {

  @Override
  public String help() {
    return """
        signal <signal name> <name> ...\tSend a signal to processes
        signal <signal name> <gname>:*\tSend a signal to all processes of a group
        signal <signal name> all\tSend a signal to all processes""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> words = Words.split(argument);
    if (words.size() < 2) {
      Complaint.about(session, "Error: signal requires a signal name and a process name", this);
      return;
    }
    new OrderRunner(session, Order.SIGNAL, words.getFirst()).run(words.subList(1, words.size()));
  }
}
