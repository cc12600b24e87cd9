package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.net.BadUrlException;
import org.steward.ctl.net.ServerUrl;
import org.steward.ctl.rpc.RpcFault;

/** {@code open}: turns to another server. */
final class OpenAction implements Action {

  @Override
  public String help() {
    return """
        open <url>\t\tTalk to another supervisord: http://host:port, https://host:port
        \t\t\tor unix:///path/of/the/socket""";
  }

  @Override
  public void run(Session session, String argument) throws IOException, RpcFault {
    try {
      ServerUrl.parse(argument);
    } catch (BadUrlException e) {
      session.print("ERROR: url must be http:// or unix://");
      session.hint(String.valueOf(e.getMessage()));
      session.setExitStatus(ExitStatus.GENERIC);
      return;
    }
    session.setTarget(session.target().withUrl(argument));
    int before = session.exitStatus();
    new StatusAction().run(session, "");
    session.setExitStatus(before);
  }
}
