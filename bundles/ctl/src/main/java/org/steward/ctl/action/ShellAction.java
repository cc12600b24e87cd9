package org.steward.ctl.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.steward.ctl.console.Terminals;
import org.steward.ctl.net.HttpStatusException;
import org.steward.ctl.net.Upgraded;
import org.steward.ctl.remote.ScriptClient;
import org.steward.ctl.remote.TerminalClient;

/** {@code shell}: a session of the server's command shell, over the socket all else goes over. */
final class ShellAction implements Action {

  private static final String PROTOCOL = "steward-shell/1";
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  /** The shell is the last that comes up, a moment after the programs were started. */
  private static final int PATIENCE_SECONDS = 15;

  @Override
  public String help() {
    return """
        shell\t\t\tOpen the command shell of supervisord, or run the lines piped in
        shell <command>\t\tRun one command there, like supervisor:status""";
  }

  @Override
  public void run(Session session, String argument) throws IOException {
    boolean script =
        !argument.isEmpty()
            || !Terminals.isTerminal(Terminals.STDIN)
            || !Terminals.isTerminal(Terminals.STDOUT);
    session.console().out().flush();
    try {
      session.setExitStatus(script ? runScript(session, argument) : runTerminal(session));
    } catch (HttpStatusException e) {
      refused(session, e);
    }
  }

  private static int runScript(Session session, String command) throws IOException {
    try (Upgraded connection = opened(session, "/shell")) {
      ScriptClient client = new ScriptClient(connection, session.console());
      return command.isEmpty()
          ? client.runInput()
          : client.run(command.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int runTerminal(Session session) throws IOException {
    try (TerminalClient client = TerminalClient.open()) {
      return client.run(opened(session, "/shell?" + client.query()));
    }
  }

  private static Upgraded opened(Session session, String path) throws IOException {
    Patience patience = new Patience(PATIENCE_SECONDS);
    while (true) {
      try {
        return session.target().upgraded(path, PROTOCOL);
      } catch (HttpStatusException e) {
        if (e.status() != UNAVAILABLE || patience.isOver()) {
          throw e;
        }
        patience.pause();
      }
    }
  }

  private static void refused(Session session, HttpStatusException e) throws IOException {
    switch (e.status()) {
      case FORBIDDEN:
        session.print("shell: ERROR (it is for administrators)");
        break;
      case NOT_FOUND:
        session.print("shell: ERROR (this server has none)");
        break;
      case UNAVAILABLE:
        session.print("shell: ERROR (it does not run, or has too many sessions: try again later)");
        break;
      default:
        throw e;
    }
    session.setExitStatus(
        e.status() == FORBIDDEN ? ExitStatus.INSUFFICIENT_PRIVILEGES : ExitStatus.GENERIC);
  }
}
