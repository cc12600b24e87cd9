package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.console.Interrupts;
import org.steward.ctl.net.HttpStream;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** {@code fg}: what is typed goes to a process's stdin, what it writes is shown, until Ctrl-C. */
final class ForegroundAction implements Action {
  /** Whether a line is on its way to the process, which ends by itself. */
  private volatile boolean sending;

  private volatile boolean left;

  @Override
  public String help() {
    return """
        fg <process>\t\tType to a process and see what it writes.
        \t\t\tCtrl-C leaves it running.""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!UpCheck.passes(session)) {
      return;
    }
    List<String> names = Words.split(argument);
    if (names.isEmpty()) {
      Complaint.about(session, "ERROR: no process name supplied", this);
    } else if (names.size() > 1) {
      TailAction.refuse(session, "ERROR: too many process names supplied");
    } else if (mayAttach(session, names.getFirst())) {
      attach(session, names.getFirst());
    }
  }

  private static boolean mayAttach(Session session, String name) throws IOException {
    try {
      if (isRunning(session, name)) {
        return true;
      }
      TailAction.refuse(session, "ERROR: process not running");
    } catch (RpcFault fault) {
      if (fault.code() == Faults.BAD_NAME) {
        TailAction.refuse(session, "ERROR: bad process name supplied");
      } else {
        session.print("ERROR: " + Failure.text(fault));
      }
    }
    return false;
  }

  private static boolean isRunning(Session session, String name) throws IOException, RpcFault {
    return ProcessInfo.of(session.call("supervisor.getProcessInfo", name)).state()
        == ProcessInfo.RUNNING;
  }

  private void attach(Session session, String name) throws IOException, RpcFault {
    left = false;
    HttpStream stdout = session.target().stream();
    HttpStream stderr = session.target().stream();
    try (Interrupts.Registration _ =
        session.console().interrupts().onInterrupt(() -> leaveProcess(session))) {
      LogFollower.tellHowToLeave(session);
      follow(session, stdout, "/logtail/" + name + "/stdout");
      follow(session, stderr, "/logtail/" + name + "/stderr");
      type(session, name);
    } finally {
      LogFollower.close(stdout);
      LogFollower.close(stderr);
    }
    session.print("Exiting foreground");
  }

  private static void follow(Session session, HttpStream stream, String path) {
    Thread follower = new Thread(() -> LogFollower.copy(session, stream, path), "fg " + path);
    follower.setDaemon(true);
    follower.start();
  }

  /**
   * Ctrl-C outside the shell: the main thread is stuck in a read of standard input that nothing can
   * end, unless it is sending, in the shell too, and leaves when that is done.
   */
  private void leaveProcess(Session session) {
    if (sending && !left) {
      left = true;
      return;
    }
    session.print("Exiting foreground");
    session.console().out().flush();
    System.exit(session.exitStatus());
  }

  private void type(Session session, String name) throws IOException, RpcFault {
    try {
      String line = session.console().input().answer("");
      while (line != null && isSent(session, name, line + "\n") && !left) {
        line = session.console().input().answer("");
      }
    } catch (InputInterruptedException e) {
      // Ctrl-C in the shell leaves the process, not the shell
    }
  }

  private boolean isSent(Session session, String name, String text) throws IOException, RpcFault {
    sending = true;
    try {
      return send(session, name, text);
    } finally {
      sending = false;
    }
  }

  private static boolean send(Session session, String name, String text)
      throws IOException, RpcFault {
    try {
      session.call("supervisor.sendProcessStdin", name, text);
    } catch (RpcFault fault) {
      session.print(
          fault.code() == Faults.NOT_RUNNING
              ? "Process got killed"
              : "ERROR: " + Failure.text(fault));
      return false;
    }
    if (isRunning(session, name)) {
      return true;
    }
    session.print("Process got killed");
    return false;
  }
}
