package org.steward.web.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Graceful;
import org.steward.api.http.HttpListeners;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.ListeningSocket;
import org.steward.core.spi.http.TlsException;
import org.steward.web.http.ErrorPage;

/**
 * Jetty on the configured sockets. Opened and closed by one thread; a socket that could not be
 * bound is reported and keeps none of the others from being served.
 */
public final class WebServer implements HttpListeners, AutoCloseable {
  private static final int ANSWERS_MILLIS = 2000;

  private final Handler.Abstract handler;
  private final Report report;
  private final Server server;
  private final List<Listener> listeners = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<UnixListener> files = new ArrayList<>();

  private WebServer(Handler.Abstract handler, Report report) {
    this.handler = handler;
    this.report = report;
    this.server = JettyParts.server();
  }

  /**
   * Serves the sockets.
   *
   * @param sockets bound already, but for those with a problem
   * @param handler answers the requests
   */
  public static WebServer open(
      List<ListeningSocket> sockets, Handler.Abstract handler, Report report) {
    WebServer web = new WebServer(handler, report);
    web.server.setHandler(handler);
    web.server.setErrorHandler(new ErrorPage());
    int share = ConnectionShare.ofEach(Math.max(1, sockets.size()));
    for (ListeningSocket socket : sockets) {
      web.add(socket, share);
    }
    web.start();
    return web;
  }

  @Override
  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** What the operator should know of the sockets, each in words. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Jetty's server, which handlers that come later are attached to. */
  public Server server() {
    return server;
  }

  /**
   * Closes the sockets and every connection, and removes the socket files. What its handler names
   * as {@link Graceful} is given a moment before, so that answers are not cut off.
   */
  @Override
  public void close() {
    awaitAnswers();
    try {
      server.stop();
    } catch (Exception e) { // what Jetty declares
      report.warn("the web server did not stop cleanly: " + e);
    }
    files.forEach(UnixListener::close);
  }

  private void awaitAnswers() {
    CompletableFuture<?>[] answers =
        handler.getBeans(Graceful.class).stream()
            .map(Graceful::shutdown)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(answers)
        .orTimeout(ANSWERS_MILLIS, TimeUnit.MILLISECONDS)
        .handle((all, late) -> true)
        .join();
  }

  private void start() {
    if (server.getConnectors().length == 0) {
      return;
    }
    try {
      server.start();
    } catch (Exception e) { // what Jetty declares
      close();
      throw new IllegalStateException("cannot start the web server", e);
    }
    files.forEach(UnixListener::watch);
  }

  private void add(ListeningSocket socket, int share) {
    HttpServerSettings settings = socket.settings();
    String problem = socket.problem();
    if (problem == null) {
      try {
        serve(socket, share);
      } catch (TlsException e) {
        // Never in clear instead; and nobody is to wait for an answer.
        problem = e.getMessage();
        socket.close();
      }
    }
    listeners.add(new Listener(settings.section(), socket.address(), problem));
    if (problem != null) {
      report.error(
          "cannot listen on %s of [%s]: %s"
              .formatted(socket.address(), settings.section(), problem));
    }
  }

  private void serve(ListeningSocket socket, int share) throws TlsException {
    HttpServerSettings settings = socket.settings();
    SocketConnector connector =
        new SocketConnector(
            server, socket.channel(), settings, JettyParts.protocols(settings, report));
    server.addBean(new NetworkConnectionLimit(share, connector));
    server.addConnector(connector);
    switch (settings) {
      case HttpServerSettings.Unix unix ->
          files.add(new UnixListener(Path.of(unix.path()), socket, connector, report));
      case HttpServerSettings.Inet inet -> warnIfOpen(socket, inet);
    }
  }

  private void warnIfOpen(ListeningSocket socket, HttpServerSettings.Inet inet) {
    boolean certified = inet.tls() != null && inet.tls().clientAuthorities() != null;
    if (inet.users().isEmpty() && !certified && !isLoopback(socket)) {
      String warning =
          "everybody who reaches %s may control this daemon, and so run programs as its user: give"
              + " [inet_http_server] users, or bind it to 127.0.0.1";
      warnings.add(warning.formatted(socket.address()));
      report.warn(warnings.getLast());
    }
  }

  private static boolean isLoopback(ListeningSocket socket) {
    try {
      return socket.channel().getLocalAddress() instanceof InetSocketAddress bound
          && bound.getAddress().isLoopbackAddress();
    } catch (IOException closed) {
      return false;
    }
  }
}
