package org.steward.ctl.action;

import java.io.EOFException;
import org.steward.ctl.net.HttpStatusException;
import org.steward.ctl.net.UnreachableException;
import org.steward.ctl.rpc.RpcFault;

/**
 * The {@code error:} lines, for failures an action has no line of its own for. Supervisor prints
 * the Python exception and where it was thrown; the part scripts look for ({@code <Fault 6:
 * 'SHUTDOWN_STATE'>}, {@code [Errno 111] Connection refused}) is kept, and what was tried and what
 * to do takes the place of the rest.
 */
final class Failure {

  private Failure() {}

  /** {@return the line for the failure of a command sent to a server} */
  static String line(Exception failure, String command, String url) {
    return "error: " + command + ": " + url + ": " + text(failure) + advice(failure, url);
  }

  /** {@return the failure itself} */
  static String text(Exception failure) {
    if (failure instanceof RpcFault fault) {
      return "<Fault " + fault.code() + ": " + Words.quote(fault.text()) + ">";
    }
    if (failure instanceof HttpStatusException e) {
      return "<ProtocolError for 127.0.0.1/RPC2: " + e.status() + " " + e.reason() + ">";
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static String advice(Exception failure, String url) {
    if (failure instanceof EOFException && url.startsWith("http:")) {
      return ". Where the server has a certificate, its URL begins with https.";
    }
    if (failure instanceof HttpStatusException e
        && e.status() == HttpStatusException.UNAUTHORIZED) {
      return ". Give -u and -p, or username and password in [supervisorctl].";
    }
    if (!(failure instanceof UnreachableException unreachable)) {
      return "";
    }
    switch (unreachable.reason()) {
      case REFUSED:
      case NO_SUCH_FILE:
        return ". Is supervisord running? Compare serverurl with where it listens.";
      case PERMISSION_DENIED:
        return ". Run as a user who may use the socket, or set chmod and chown in [unix_http_server].";
      case UNKNOWN_HOST:
        return ". Compare the host's name in serverurl or after -s.";
      case UNTRUSTED:
        return ". To trust a certificate of your own, add -Djavax.net.ssl.trustStore=FILE to STEWARD_JAVA_OPTS.";
      default:
        return "";
    }
  }
}
