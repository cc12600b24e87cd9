package org.steward.core.spi.http;

import java.util.List;

/**
 * The configured sockets, as a service that is there while the supervisor wants them served: it is
 * withdrawn, and another registered, when a restart reads the configuration anew.
 *
 * @param sockets the sockets to serve, among them those that could not be bound
 */
public record HttpServers(List<ListeningSocket> sockets) {
  /** Takes an immutable copy. */
  public HttpServers {
    sockets = List.copyOf(sockets);
  }
}
