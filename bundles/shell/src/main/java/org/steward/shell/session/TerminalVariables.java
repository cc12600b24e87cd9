package org.steward.shell.session;

import java.util.HashMap;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.jline.terminal.Terminal;

/** Variables of a session that Gogo's commands for terminals look for. */
final class TerminalVariables {
  static final String READER = Shell.VAR_READER;

  private TerminalVariables() {}

  static void put(CommandSession session, Terminal terminal) {
    session.put(Shell.VAR_TERMINAL, terminal);
    session.put(Shell.VAR_SESSION, session);
    session.put(Shell.VAR_COMPLETIONS, new HashMap<>());
    session.put("#TERM", (Function) (ignored, arguments) -> terminal.getType());
    session.put("#COLUMNS", (Function) (ignored, arguments) -> terminal.getWidth());
    session.put("#LINES", (Function) (ignored, arguments) -> terminal.getHeight());
  }
}
