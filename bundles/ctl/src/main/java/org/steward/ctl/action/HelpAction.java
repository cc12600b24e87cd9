package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;

/** {@code help}: the list of actions, or how to use one. */
final class HelpAction implements Action {

  private static final int WIDTH = 79;

  @Override
  public String help() {
    return """
        help\t\t\tList the actions
        help <action>\t\tShow how to use an action""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (!argument.isEmpty()) {
      Action action = session.actions().find(argument, session);
      session.print(action == null ? "*** No help on " + argument : action.help(session));
      return;
    }
    for (ActionSource source : session.actions().sources()) {
      List<String> names = source.names(session);
      if (!names.isEmpty()) {
        list(session, source.title() + " (type help <action>):", names);
      }
    }
  }

  private static void list(Session session, String title, List<String> names) {
    session.print("");
    session.print(title);
    session.print("=".repeat(title.length()));
    for (String row : Columns.arrange(names, WIDTH)) {
      session.print(row);
    }
    session.print("");
  }
}
