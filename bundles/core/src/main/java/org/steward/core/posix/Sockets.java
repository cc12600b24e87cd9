package org.steward.core.posix;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The few sockets the daemon handles itself: FastCGI listeners and the way to syslog. */
public interface Sockets {
  /** A listening TCP socket with SO_REUSEADDR. EADDRINUSE, EADDRNOTAVAIL, EACCES. */
  int listenTcp(String host, int port, int backlog);

  /**
   * A listening UNIX socket; the file appears with its final owner and mode.
   *
   * @param uid owner, -1 to leave it alone
   * @param gid group, -1 to leave it alone
   */
  int listenUnix(String path, int mode, int uid, int gid, int backlog);

  /**
   * The descriptor of this process's listening socket that is bound to an address: the JDK does not
   * tell those of its channels. -1 where there is none.
   */
  int listeningAt(SocketAddress address);

  /** What a socket is bound to; null for what Java has no address for. */
  @Nullable SocketAddress boundTo(int fd);

  /** Whether a listening socket is one of IPv6, which may take connections of IPv4 too. */
  boolean isInet6(int fd);

  /** A non-blocking datagram socket connected to the UNIX socket at the path. */
  int connectDatagram(String path);

  /**
   * Whether a server accepts connections at the UNIX socket: tells a live daemon's socket from a
   * stale file.
   */
  boolean acceptsConnections(String path);
}
