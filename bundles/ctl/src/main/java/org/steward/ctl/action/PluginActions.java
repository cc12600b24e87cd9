package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;

/** The actions that the server's plugins offer. A server without any, or out of reach, has none. */
public final class PluginActions implements ActionSource {

  @Override
  public String title() {
    return "commands of plugins";
  }

  @Override
  public List<String> names(Session session) {
    List<String> names = new ArrayList<>();
    try {
      if (session.call("plugins.ctlCommands") instanceof List<?> answer) {
        for (Object name : answer) {
          names.add(name.toString());
        }
      }
    } catch (IOException | RpcFault e) {
      return List.of(); // help is to be had without a server, and from a server without plugins
    }
    return names;
  }

  @Override
  public @Nullable Action find(String name, Session session) {
    return names(session).contains(name) ? new PluginAction(name, null) : null;
  }
}
