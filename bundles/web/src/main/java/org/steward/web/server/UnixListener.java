package org.steward.web.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.http.ListeningSocket;

/**
 * Keeps the file of a UNIX socket in place while the socket is served: one that is deleted, by a
 * cleaner of temporary files or by mistake, is made anew.
 */
final class UnixListener implements Closeable {
  private final Path path;
  private final ListeningSocket socket;
  private final SocketConnector connector;
  private final Report report;
  private @Nullable FileWatch watch;
  private boolean closed;
  private boolean complained;

  /**
   * @param path the socket's file
   * @param socket the bound socket, served by the connector
   */
  UnixListener(Path path, ListeningSocket socket, SocketConnector connector, Report report) {
    this.path = path;
    this.socket = socket;
    this.connector = connector;
    this.report = report;
  }

  /** Begins to watch the file. */
  void watch() {
    Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "its directory");
    try {
      watch = new FileWatch(directory, this::look);
    } catch (IOException e) {
      report.warn("cannot watch " + path + ", it stays away if deleted: " + e.getMessage());
    }
  }

  /** Stops watching, then removes the file if it is still ours. */
  @Override
  public void close() {
    IO.close(watch);
    synchronized (this) {
      closed = true;
      socket.close();
    }
  }

  private synchronized void look() {
    if (closed || !socket.isGone()) {
      return;
    }
    try {
      connector.listenOn(socket.renew());
      complained = false;
      report.warn("the socket file " + path + " was deleted and is made anew");
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        report.error("cannot make " + path + " anew: " + e.getMessage());
      }
    }
  }
}
