package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code tail}: the end of a process's log. */
final class TailAction implements Action {

  /** How many bytes are shown where no number is given. */
  static final int DEFAULT_BYTES = 1600;

  @Override
  public String help() {
    return """
        tail [-f|-N] <name> [stdout|stderr]\tShow the end of a process's log, stdout's by default
        tail <name>\t\tThe last 1600 bytes
        tail -100 <name>\tThe last 100 bytes
        tail -f <name>\t\tAll that is added, until Ctrl-C""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> words = Words.split(argument);
    if (words.isEmpty()) {
      Complaint.about(session, "Error: too few arguments", this);
    } else if (words.size() > 3) {
      Complaint.about(session, "Error: too many arguments", this);
    } else if (words.getFirst().startsWith("-")) {
      tail(session, words.getFirst(), words.subList(1, words.size()));
    } else {
      tail(session, "-" + DEFAULT_BYTES, words);
    }
  }

  private static void tail(Session session, String modifier, List<String> words)
      throws IOException, RpcFault {
    if (words.isEmpty()) {
      refuse(session, "Error: tail requires process name");
      return;
    }
    String channel = words.size() == 1 ? "stdout" : words.getLast().toLowerCase(Locale.ROOT);
    if (!channel.equals("stdout") && !channel.equals("stderr")) {
      refuse(session, "Error: bad channel " + Words.quote(channel));
    } else if (modifier.equals("-f")) {
      LogFollower.follow(session, "/logtail/" + words.getFirst() + "/" + channel);
    } else {
      tailBytes(session, modifier, words.getFirst(), channel);
    }
  }

  private static void tailBytes(Session session, String modifier, String name, String channel)
      throws IOException, RpcFault {
    int bytes;
    try {
      bytes = Integer.parseInt(modifier.substring(1));
    } catch (NumberFormatException e) {
      refuse(session, "Error: bad argument " + modifier);
      return;
    }
    String method = channel.equals("stdout") ? "readProcessStdoutLog" : "readProcessStderrLog";
    try {
      session.print(String.valueOf(session.call("supervisor." + method, name, -bytes, 0)));
    } catch (RpcFault fault) {
      failed(session, name, fault);
    }
  }

  static void refuse(Session session, String message) {
    session.print(message);
    session.setExitStatus(ExitStatus.GENERIC);
  }

  /** Has a line for the faults of reading a log; others are the caller's. */
  static void failed(Session session, String name, RpcFault fault) throws RpcFault {
    switch (fault.code()) {
      case Faults.NO_FILE:
        refuse(session, name + ": ERROR (no log file)");
        break;
      case Faults.FAILED:
        refuse(session, name + ": ERROR (unknown error reading log)");
        break;
      case Faults.BAD_NAME:
        refuse(session, name + ": ERROR (no such process name)");
        break;
      default:
        throw fault;
    }
  }
}
