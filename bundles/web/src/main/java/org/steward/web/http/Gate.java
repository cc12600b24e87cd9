package org.steward.web.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.steward.api.http.Role;
import org.steward.api.http.WebUser;
import org.steward.core.spi.security.AuditTrail;

/**
 * The first to see each request: asks who sends it, then hands it to the route of its path, or to
 * the plugins' servlets. Runs on Jetty's threads.
 */
public final class Gate extends Handler.Abstract {
  private final Routes routes;
  private final Request.Handler plugins;
  private final AuditTrail audit;
  private final Traffic traffic;
  private final Logins logins;

  /**
   * @param routes what this bundle serves itself
   * @param plugins asked for every other path
   * @param audit told of who is refused
   * @param traffic counts requests
   */
  public Gate(Routes routes, Request.Handler plugins, AuditTrail audit, Traffic traffic) {
    this.routes = routes;
    this.plugins = plugins;
    this.audit = audit;
    this.traffic = traffic;
    this.logins = new Logins(audit, System::nanoTime);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HardHeaders.put(response.getHeaders());
    traffic.count(request, response);
    Door door = (Door) request.getConnectionMetaData().getConnector();
    if (!door.authentication().isRequired() && door.names().isLedAstray(request.getHeaders())) {
      ErrorPage.write(
          response,
          callback,
          HttpStatus.MISDIRECTED_REQUEST_421,
          "This server does not know itself by that name. If it is right, add it to hosts= of the"
              + " server's section, or ask for a password there.");
      return true;
    }
    logins.identify(
        door.authentication(),
        request,
        verdict -> {
          switch (verdict) {
            case Logins.Verdict.Admitted(Visitor visitor) ->
                admit(door, visitor, request, response, callback);
            case Logins.Verdict.Unknown unknown -> challenge(response, callback);
            case Logins.Verdict.Later later -> putOff(response, callback);
          }
        });
    return true;
  }

  private void admit(
      Door door, Visitor visitor, Request request, Response response, Callback callback) {
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
        && !request.getConnectionMetaData().isPersistent()) {
      // Jetty answers as HTTP/1.1, where a connection is kept unless it is said not to be.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    door.admitted(request.getConnectionMetaData().getConnection().getEndPoint());
    String path = path(request);
    Exchange exchange = new Exchange(request, response, callback, path, visitor);
    try {
      Route route = routes.find(path);
      if (route != null) {
        route.handle(exchange);
      } else {
        toPlugins(exchange);
      }
    } catch (Exception e) { // what routes and servlets declare
      Response.writeError(request, response, callback, e);
    }
  }

  /**
   * Servlets may be asked for pages by everybody; what they take otherwise they do not tell us, so
   * it is for administrators, and not for pages of other sites.
   */
  private void toPlugins(Exchange exchange) throws Exception {
    HttpFields headers = exchange.request().getHeaders();
    if (!exchange.isRead()) {
      String refusal =
          SameSite.isForeign(headers) ? SameSite.REFUSAL : exchange.refusal(Role.ADMIN);
      if (refusal != null) {
        audit.refused(
            exchange.actor("page"),
            exchange.request().getMethod() + " " + exchange.path(),
            refusal);
        exchange.refuse(HttpStatus.FORBIDDEN_403, refusal);
        return;
      }
    }
    introduce(exchange.visitor(), exchange.request());
    if (!plugins.handle(exchange.request(), exchange.response(), exchange.callback())) {
      exchange.refuse(HttpStatus.NOT_FOUND_404);
    }
  }

  /** Tells servlets who asks, in the way the OSGi Servlet Whiteboard has for it. */
  private static void introduce(Visitor visitor, Request request) {
    request.setAttribute(WebUser.ROLE, visitor.role());
    if (!visitor.user().equals(Visitor.ANYBODY)) {
      request.setAttribute("org.osgi.service.http.authentication.remote.user", visitor.user());
      request.setAttribute("org.osgi.service.http.authentication.type", "BASIC");
    }
  }

  private static void challenge(Response response, Callback callback) {
    response
        .getHeaders()
        .put(HttpHeader.CONNECTION, "close")
        .put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"default\"");
    ErrorPage.write(response, callback, HttpStatus.UNAUTHORIZED_401, "");
  }

  private static void putOff(Response response, Callback callback) {
    response
        .getHeaders()
        .put(HttpHeader.CONNECTION, "close")
        .put(HttpHeader.RETRY_AFTER, LoginThrottle.LONGEST_WAIT.toSeconds());
    ErrorPage.write(
        response,
        callback,
        HttpStatus.TOO_MANY_REQUESTS_429,
        "Too many tried in vain to log in from this address.");
  }

  /**
   * The decoded path without the slashes that pile up where a script joins a base URL and a path.
   */
  private static String path(Request request) {
    String decoded = request.getHttpURI().getDecodedPath();
    if (decoded == null) {
      return ""; // CONNECT names a host, and no path
    }
    int start = 0;
    while (start < decoded.length() && decoded.charAt(start) == '/') {
      start++;
    }
    return "/" + decoded.substring(start);
  }
}
