package org.steward.web.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.IO;
import org.steward.api.http.HttpListeners;
import org.steward.api.http.HttpServerSettings;
import org.steward.api.http.HttpServerSettings.Inet;
import org.steward.api.http.HttpServerSettings.Unix;
import org.steward.web.http.BasicAuthentication;
import org.steward.web.http.ErrorPage;

/**
 * Jetty on the configured sockets. Opened and closed by one thread; a socket that cannot be opened
 * is reported and keeps none of the others from being opened.
 */
public final class WebServer implements HttpListeners, AutoCloseable {
  private final Report report;
  private final Server server;
  private final List<Listener> listeners = new ArrayList<>();
  private final List<UnixListener> files = new ArrayList<>();

  private WebServer(Report report) {
    this.report = report;
    this.server = JettyParts.server();
  }

  /**
   * Opens the sockets and serves them.
   *
   * @param handler answers the requests
   */
  public static WebServer open(List<HttpServerSettings> sockets, Handler handler, Report report) {
    WebServer web = new WebServer(report);
    web.server.setHandler(handler);
    web.server.setErrorHandler(new ErrorPage());
    int share = ConnectionShare.ofEach(Math.max(1, sockets.size()));
    for (HttpServerSettings socket : sockets) {
      web.add(socket, share);
    }
    web.start();
    return web;
  }

  @Override
  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** Jetty's server, which handlers that come later are attached to. */
  public Server server() {
    return server;
  }

  /** Closes the sockets and every connection, and removes the socket files. */
  @Override
  public void close() {
    for (UnixListener file : files) {
      IO.close(file);
    }
    try {
      server.stop();
    } catch (Exception e) { // what Jetty declares
      report.warn("the web server did not stop cleanly: " + e);
    }
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

  private void add(HttpServerSettings settings, int share) {
    try {
      // Not a switch over the types: linking one takes longer than all the rest of the opening,
      // and no AOT cache keeps the outcome.
      String address =
          settings instanceof Unix unix ? addUnix(unix, share) : addTcp((Inet) settings, share);
      listeners.add(new Listener(settings, address, null));
    } catch (IOException e) {
      String address = configuredAddress(settings);
      String reason = Reasons.of(e);
      listeners.add(new Listener(settings, address, reason));
      report.error("cannot listen on %s of [%s]: %s".formatted(address, section(settings), reason));
    }
  }

  private String addTcp(Inet settings, int share) throws IOException {
    ServerSocketChannel channel = TcpSocket.bind(settings);
    addConnector(settings, channel, share);
    InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
    return bound.getHostString() + ":" + bound.getPort();
  }

  private String addUnix(Unix settings, int share) throws IOException {
    UnixSocket socket = UnixSocket.bind(settings);
    SocketConnector connector = addConnector(settings, socket.channel(), share);
    files.add(new UnixListener(settings, socket, connector, report));
    return settings.path();
  }

  private SocketConnector addConnector(
      HttpServerSettings settings, ServerSocketChannel channel, int share) {
    SocketConnector connector =
        new SocketConnector(
            server,
            channel,
            new BasicAuthentication(settings.credentials()),
            JettyParts.protocol());
    server.addBean(new NetworkConnectionLimit(share, connector));
    server.addConnector(connector);
    return connector;
  }

  private static String configuredAddress(HttpServerSettings settings) {
    return switch (settings) {
      case Inet inet -> inet.host() + ":" + inet.port();
      case Unix unix -> unix.path();
    };
  }

  private static String section(HttpServerSettings settings) {
    return switch (settings) {
      case Inet inet -> "inet_http_server";
      case Unix unix -> "unix_http_server";
    };
  }
}
