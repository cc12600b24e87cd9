package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/**
 * {@code clear}: empties log files. Its methods are named otherwise than those of the other orders.
 */
final class ClearAction implements Action {

  @Override
  public String help() {
    return """
        clear <name> ...\tEmpty the log files of processes
        clear all\t\tEmpty the log files of all processes""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> names = Words.split(argument);
    session.tellOf("outcomes");
    if (names.isEmpty()) {
      Complaint.about(session, "Error: clear requires a process name", this);
    } else if (names.contains("all")) {
      for (Struct result : Struct.listOf(session.call("supervisor.clearAllProcessLogs"))) {
        Order.CLEAR.report(session, ProcessResult.of(result));
      }
    } else {
      for (String name : names) {
        Order.CLEAR.report(session, clear(session, name));
      }
    }
  }

  private static ProcessResult clear(Session session, String name) throws IOException {
    Namespec spec = Namespec.parse(name);
    // A group cannot be cleared; the server says so, and the name shown then is Python's None, as
    // ever.
    String shown =
        session.report() != null
            ? name
            : Namespec.of(spec.group(), spec.process() == null ? "None" : spec.process());
    try {
      session.call("supervisor.clearProcessLogs", name);
      return new ProcessResult(shown, Faults.SUCCESS, "");
    } catch (RpcFault fault) {
      return ProcessResult.of(shown, fault);
    }
  }
}
