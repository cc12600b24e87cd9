package org.steward.core.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The URL of the supervisor's own server that children find in {@code SUPERVISOR_SERVER_URL} where
 * they have none of their own.
 */
public final class ServerUrl {
  private ServerUrl() {}

  /** The first UNIX socket, else the first TCP socket; empty where there is no server. */
  public static Optional<String> of(List<HttpServerConfig> servers) {
    Stream<String> unix =
        servers.stream()
            .filter(HttpServerConfig.Unix.class::isInstance)
            .map(server -> "unix://" + ((HttpServerConfig.Unix) server).path());
    Stream<String> inet =
        servers.stream()
            .filter(HttpServerConfig.Inet.class::isInstance)
            .map(server -> ofInet((HttpServerConfig.Inet) server));
    return Stream.concat(unix, inet).findFirst();
  }

  private static String ofInet(HttpServerConfig.Inet server) {
    String host = server.host().isEmpty() ? "localhost" : server.host();
    String spelled = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + spelled + ":" + server.port();
  }
}
