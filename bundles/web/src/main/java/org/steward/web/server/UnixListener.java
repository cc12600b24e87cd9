package org.steward.web.server;

import java.io.Closeable;
import java.io.IOException;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.HttpServerSettings.Unix;

/**
 * Keeps the file of a UNIX socket in place while the socket is served: one that is deleted, by a
 * cleaner of temporary files or by mistake, is made anew.
 */
final class UnixListener implements Closeable {
  private final Unix settings;
  private final SocketConnector connector;
  private final Report report;
  private @Nullable FileWatch watch;
  private UnixSocket socket;
  private boolean closed;
  private boolean complained;

  /**
   * @param socket the bound socket, served by the connector
   */
  UnixListener(Unix settings, UnixSocket socket, SocketConnector connector, Report report) {
    this.settings = settings;
    this.socket = socket;
    this.connector = connector;
    this.report = report;
  }

  /** Begins to watch the file. */
  void watch() {
    try {
      watch = new FileWatch(socket.directory(), this::look);
    } catch (IOException e) {
      report.warn(
          "cannot watch " + socket.path() + ", it stays away if deleted: " + e.getMessage());
    }
  }

  /** Stops watching, then removes the file if it is still ours. */
  @Override
  public void close() throws IOException {
    IO.close(watch);
    synchronized (this) {
      closed = true;
      socket.remove();
    }
  }

  private synchronized void look() {
    if (closed || !socket.isGone()) {
      return;
    }
    try {
      UnixSocket successor = UnixSocket.bind(settings);
      connector.listenOn(successor.channel());
      socket = successor;
      complained = false;
      report.warn("the socket file " + socket.path() + " was deleted and is made anew");
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        report.error("cannot make " + socket.path() + " anew: " + Reasons.of(e));
      }
    }
  }
}
