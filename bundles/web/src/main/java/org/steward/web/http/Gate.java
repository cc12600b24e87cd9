package org.steward.web.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The first to see each request: asks who sends it, then hands it to the route of its path, or to
 * the plugins' servlets. Runs on Jetty's threads.
 */
public final class Gate extends Handler.Abstract {
  private final Routes routes;
  private final Request.Handler plugins;

  /**
   * @param routes what this bundle serves itself
   * @param plugins asked for every other path
   */
  public Gate(Routes routes, Request.Handler plugins) {
    this.routes = routes;
    this.plugins = plugins;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HardHeaders.put(response.getHeaders());
    Door door = (Door) request.getConnectionMetaData().getConnector();
    Visitor visitor =
        door.authentication().visitor(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    if (visitor == null) {
      challenge(response, callback);
      return true;
    }
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
        && !request.getConnectionMetaData().isPersistent()) {
      // Jetty answers as HTTP/1.1, where a connection is kept unless it is said not to be.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    door.admitted(connection);
    String path = path(request);
    Route route = routes.find(path);
    if (route != null) {
      route.handle(new Exchange(request, response, callback, path, visitor));
    } else {
      introduce(visitor.user(), request);
      if (!plugins.handle(request, response, callback)) {
        ErrorPage.write(response, callback, HttpStatus.NOT_FOUND_404, "");
      }
    }
    return true;
  }

  /** Tells servlets who asks, in the way the OSGi Servlet Whiteboard has for it. */
  private static void introduce(String user, Request request) {
    if (!user.equals(Visitor.ANYBODY)) {
      request.setAttribute("org.osgi.service.http.authentication.remote.user", user);
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
