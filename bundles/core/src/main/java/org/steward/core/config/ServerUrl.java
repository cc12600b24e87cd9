package org.steward.core.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.steward.core.spi.http.HttpServerSettings;

/**
 * The URL of the supervisor's own server that children find in {@code SUPERVISOR_SERVER_URL} where
 * they have none of their own.
 */
public final class ServerUrl {
  private ServerUrl() {}

  /** The first UNIX socket, else the first TCP socket; empty where there is no server. */
  public static Optional<String> of(List<HttpServerSettings> servers) {
    Stream<String> unix =
        servers.stream()
            .filter(HttpServerSettings.Unix.class::isInstance)
            .map(server -> "unix://" + ((HttpServerSettings.Unix) server).path());
    Stream<String> inet =
        servers.stream()
            .filter(HttpServerSettings.Inet.class::isInstance)
            .map(server -> ofInet((HttpServerSettings.Inet) server));
    return Stream.concat(unix, inet).findFirst();
  }

  private static String ofInet(HttpServerSettings.Inet server) {
    String scheme = server.tls() == null ? "http://" : "https://";
    String host = server.host().isEmpty() ? "localhost" : server.host();
    String spelled = host.contains(":") ? "[" + host + "]" : host;
    return scheme + spelled + ":" + server.port();
  }
}
