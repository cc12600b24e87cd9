package org.steward.api.http;

import java.util.List;

/**
 * The configured sockets, as a service that is there while the supervisor wants them open: it is
 * withdrawn, and another registered, when a restart reads the configuration anew.
 *
 * @param servers the sockets to open
 */
public record HttpServers(List<HttpServerSettings> servers) {
  /** Takes an immutable copy. */
  public HttpServers {
    servers = List.copyOf(servers);
  }
}
