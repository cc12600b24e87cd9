package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** {@code plugins}: how each of the server's plugins fares. */
final class PluginsAction implements Action {

  private static final int NAME_WIDTH = 30;
  private static final int VERSION_WIDTH = 10;
  private static final int STATE_WIDTH = 10;
  private static final String GAP = "  ";

  @Override
  public String help() {
    return """
        plugins\t\t\tShow the plugins and how each of them fares
        plugins rescan\t\tHave the plugin folders looked through at once""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    if (argument.equals("rescan")) {
      session.call("plugins.rescan");
    } else if (Complaint.absent(session, argument, "plugins", this)) {
      list(session);
    }
  }

  private static void list(Session session) throws IOException, RpcFault {
    List<Struct> plugins = Struct.listOf(session.call("plugins.list"));
    if (plugins.isEmpty()) {
      session.print("no plugins");
    }
    int width = NAME_WIDTH;
    for (Struct plugin : plugins) {
      width = Math.max(width, plugin.string("name").length());
    }
    for (Struct plugin : plugins) {
      String state = plugin.string("state");
      session.print(
          (Words.pad(plugin.string("name"), width)
                  + GAP
                  + Words.pad(plugin.string("version"), VERSION_WIDTH)
                  + GAP
                  + Words.pad(state, STATE_WIDTH)
                  + plugin.string("reason"))
              .stripTrailing());
      if (!state.equals("ACTIVE")) {
        session.setExitStatus(ExitStatus.GENERIC);
      }
    }
  }
}
