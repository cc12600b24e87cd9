package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/**
 * Carries an order out on processes, groups or all, one after the other, with a line for each
 * process.
 */
final class OrderRunner {

  private final Session session;
  private final Order order;
  private final @Nullable String signal;

  /**
   * @param signal the signal's name or number for {@link Order#SIGNAL}, else null
   */
  OrderRunner(Session session, Order order, @Nullable String signal) {
    this.session = session;
    this.order = order;
    this.signal = signal;
  }

  void run(List<String> names) throws IOException, RpcFault {
    session.tellOf("outcomes");
    if (names.contains("all")) {
      report(
          signal == null
              ? session.call(method("AllProcesses"))
              : session.call(method("AllProcesses"), signal));
      return;
    }
    for (String name : names) {
      Namespec spec = Namespec.parse(name);
      if (spec.process() == null) {
        toGroup(spec.group());
      } else {
        toProcess(name, Namespec.of(spec.group(), spec.process()));
      }
    }
  }

  private void toGroup(String group) throws IOException, RpcFault {
    try {
      report(call("ProcessGroup", group));
    } catch (RpcFault fault) {
      if (fault.code() != Faults.BAD_NAME) {
        throw fault;
      }
      ProcessResult result = new ProcessResult(group + ":*", fault.code(), fault.text());
      session.tell(
          "outcomes",
          new Outcome(order, result, "no such group"),
          group + ": ERROR (no such group)");
      session.setExitStatus(order.noSuchGroupStatus);
    }
  }

  private void toProcess(String name, String shortName) throws IOException {
    ProcessResult result;
    try {
      call("Process", name);
      result = new ProcessResult(shortName, Faults.SUCCESS, "");
    } catch (RpcFault fault) {
      result = ProcessResult.of(shortName, fault);
    }
    order.report(session, result);
  }

  private Object call(String what, String name) throws IOException, RpcFault {
    return signal == null
        ? session.call(method(what), name)
        : session.call(method(what), name, signal);
  }

  private String method(String what) {
    return "supervisor." + order.verb + what;
  }

  private void report(Object results) throws IOException {
    for (Struct struct : Struct.listOf(results)) {
      order.report(session, ProcessResult.of(struct));
    }
  }
}
