package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.net.UnreachableException;
import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.RpcFault;

/** The question most actions start with: does a supervisord answer, and one of our kind? */
final class UpCheck {

  /** The version of supervisord's interface, not of supervisord: it has been the same since 3.0. */
  static final String API_VERSION = "3.0";

  private UpCheck() {}

  /**
   * {@return whether the action may go on}; else the reason is printed and the exit status set.
   *
   * @throws IOException for a failure that has no line of its own
   */
  static boolean passes(Session session) throws IOException, RpcFault {
    try {
      // Not getAPIVersion, its newer name: old servers know this one only.
      Object version = session.call("supervisor.getVersion");
      return version.equals(API_VERSION) || refuseVersion(session, version);
    } catch (RpcFault fault) {
      if (fault.code() != Faults.UNKNOWN_METHOD) {
        throw fault;
      }
      return refuseInterface(session);
    } catch (UnreachableException e) {
      return refuseServer(session, e);
    }
  }

  private static boolean refuseVersion(Session session, Object version) {
    session.print(
        session.target().url()
            + " speaks version "
            + version
            + " of the supervisor interface: this supervisorctl expects "
            + API_VERSION);
    session.setExitStatus(ExitStatus.NOT_INSTALLED);
    return false;
  }

  private static boolean refuseInterface(Session session) {
    session.print(
        session.target().url()
            + " has no supervisor namespace, which supervisorctl needs: enable [rpcinterface:supervisor]"
            + " in its configuration file");
    session.setExitStatus(ExitStatus.UNIMPLEMENTED);
    return false;
  }

  private static boolean refuseServer(Session session, UnreachableException e)
      throws UnreachableException {
    String url = session.target().url();
    switch (e.reason()) {
      case REFUSED:
        session.print(url + " refused connection");
        session.hint(
            "Nobody listens there. Start supervisord, or name another server with -s or in [supervisorctl].");
        session.setExitStatus(ExitStatus.INSUFFICIENT_PRIVILEGES);
        return false;
      case NO_SUCH_FILE:
        session.print(url + " no such file");
        session.hint(
            "That socket does not exist. Start supervisord, or compare serverurl in [supervisorctl] with file in"
                + " [unix_http_server]; -c names another configuration file, -s another server.");
        session.setExitStatus(ExitStatus.NOT_RUNNING);
        return false;
      default:
        throw e;
    }
  }
}
