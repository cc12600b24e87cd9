package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;

/** {@code maintail}: the end of supervisord's own log. */
final class MainTailAction implements Action {

  @Override
  public String help() {
    return """
        maintail [-f|-N]\tShow the end of supervisord's own log
        maintail\t\tThe last 1600 bytes
        maintail -100\t\tThe last 100 bytes
        maintail -f\t\tAll that is added, until Ctrl-C""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> words = Words.split(argument);
    if (words.size() > 1) {
      Complaint.about(session, "Error: too many arguments", this);
    } else if (words.isEmpty()) {
      tail(session, TailAction.DEFAULT_BYTES);
    } else if (words.getFirst().equals("-f")) {
      LogFollower.follow(session, "/mainlogtail");
    } else {
      tail(session, words.getFirst());
    }
  }

  private static void tail(Session session, String modifier) throws IOException, RpcFault {
    int bytes = 0;
    boolean good = modifier.startsWith("-");
    try {
      bytes = good ? Integer.parseInt(modifier.substring(1)) : 0;
    } catch (NumberFormatException e) {
      good = false;
    }
    if (good) {
      tail(session, bytes);
    } else {
      TailAction.refuse(session, "Error: bad argument " + modifier);
    }
  }

  private static void tail(Session session, int bytes) throws IOException, RpcFault {
    try {
      session.print(String.valueOf(session.call("supervisor.readLog", -bytes, 0)));
    } catch (RpcFault fault) {
      TailAction.failed(session, "supervisord", fault);
    }
  }
}
