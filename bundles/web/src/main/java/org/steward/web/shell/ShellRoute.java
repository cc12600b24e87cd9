package org.steward.web.shell;

import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellSessions.Client;
import org.steward.core.spi.shell.ShellSessions.ShellTerminal;
import org.steward.core.spi.shell.ShellUnavailableException;
import org.steward.web.http.Exchange;
import org.steward.web.http.Parameters;
import org.steward.web.http.Route;
import org.steward.web.http.SameSite;

/**
 * {@code /shell}: a GET with {@code Upgrade: steward-shell/1} becomes a session of the command
 * shell, for administrators. With {@code ?terminal=TYPE&columns=N&rows=N} it is one at a terminal,
 * without it runs a script.
 */
public final class ShellRoute implements Route {
  private static final String WAY = "shell";
  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;

  private final Supplier<@Nullable ShellSessions> shell;
  private final AuditTrail audit;

  /**
   * @param shell where sessions are opened, null while there is none
   * @param audit told of those who may not; the shell itself tells of all others
   */
  public ShellRoute(Supplier<@Nullable ShellSessions> shell, AuditTrail audit) {
    this.shell = shell;
    this.audit = audit;
  }

  @Override
  public void handle(Exchange exchange) {
    Request request = exchange.request();
    ShellSessions sessions = shell.get();
    String refusal =
        SameSite.isForeign(request.getHeaders()) ? SameSite.REFUSAL : exchange.refusal(Role.ADMIN);
    if (refusal != null) {
      audit.refused(exchange.actor(WAY), "a session", refusal);
      exchange.refuse(HttpStatus.FORBIDDEN_403, refusal);
    } else if (!exchange.isMethod("GET")
        || !Frames.PROTOCOL.equals(request.getHeaders().get(HttpHeader.UPGRADE))) {
      exchange.response().getHeaders().put(HttpHeader.UPGRADE, Frames.PROTOCOL);
      exchange.refuse(HttpStatus.UPGRADE_REQUIRED_426, "This address is for supervisorctl shell.");
    } else if (sessions == null) {
      exchange.refuse(HttpStatus.SERVICE_UNAVAILABLE_503, "The shell's bundle does not run.");
    } else {
      open(sessions, exchange);
    }
  }

  private static void open(ShellSessions sessions, Exchange exchange) {
    Request request = exchange.request();
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    ShellConnection connection =
        new ShellConnection(endPoint, request.getComponents().getExecutor());
    ShellTerminal terminal = terminal(Parameters.of(request.getHttpURI().getQuery(), ""));
    try {
      connection.serve(
          sessions.open(
              new Client(exchange.actor(WAY), terminal, connection.streams(terminal == null))));
    } catch (ShellUnavailableException e) {
      exchange.refuse(HttpStatus.SERVICE_UNAVAILABLE_503, String.valueOf(e.getMessage()));
      return;
    }
    Request.addCompletionListener(
        request,
        failure -> {
          if (failure != null) {
            connection.abandon();
          }
        });
    request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
    exchange.response().setStatus(HttpStatus.SWITCHING_PROTOCOLS_101);
    exchange
        .response()
        .getHeaders()
        .put(HttpHeader.UPGRADE, Frames.PROTOCOL)
        .put(HttpHeader.CONNECTION, "Upgrade");
    exchange.callback().succeeded();
  }

  private static @Nullable ShellTerminal terminal(Parameters query) {
    String type = query.get("terminal");
    return type == null
        ? null
        : new ShellTerminal(
            type, number(query, "columns", USUAL_COLUMNS), number(query, "rows", USUAL_ROWS));
  }

  private static int number(Parameters query, String name, int usual) {
    try {
      int number = Integer.parseInt(String.valueOf(query.get(name)));
      return number > 0 && number <= Frames.LONGEST ? number : usual;
    } catch (NumberFormatException unusable) {
      return usual;
    }
  }
}
