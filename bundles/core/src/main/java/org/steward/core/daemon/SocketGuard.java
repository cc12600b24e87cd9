package org.steward.core.daemon;

import java.util.List;
import org.steward.core.config.HttpServerConfig;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Sockets;

/**
 * Refuses to start where another daemon serves the same sockets, before any program is started
 * twice. The sockets themselves are opened later, by the web bundle.
 */
final class SocketGuard {
  private final Sockets sockets;
  private final Descriptors descriptors;

  SocketGuard(Sockets sockets, Descriptors descriptors) {
    this.sockets = sockets;
    this.descriptors = descriptors;
  }

  /** Looks at every configured socket. */
  void check(List<HttpServerConfig> servers) throws StartupException {
    for (HttpServerConfig server : servers) {
      switch (server) {
        case HttpServerConfig.Unix unix -> checkUnix(unix.path());
        case HttpServerConfig.Inet inet -> checkInet(inet.host(), inet.port());
      }
    }
  }

  private void checkUnix(String path) throws StartupException {
    if (sockets.acceptsConnections(path)) {
      throw new StartupException(
          "Another program is already listening on a port that one of our HTTP servers is configured to use:"
              + " something answers at "
              + path
              + ". Shut this program down first before starting supervisord.");
    }
  }

  private void checkInet(String host, int port) throws StartupException {
    try {
      descriptors.close(sockets.listenTcp(host.isEmpty() ? "0.0.0.0" : host, port, 1));
    } catch (PosixException e) {
      String where = (host.isEmpty() ? "*" : host) + ":" + port;
      if (e.errno() == Errno.EADDRINUSE) {
        throw new StartupException(
            "Another program is already listening on a port that one of our HTTP servers is configured to use: "
                + where
                + ". Shut this program down first before starting supervisord.");
      }
      throw new StartupException("cannot listen on " + where + ": " + e.getMessage());
    }
  }
}
