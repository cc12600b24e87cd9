package org.steward.core.daemon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.HttpServerSettings;
import org.steward.api.http.HttpServerSettings.Credentials;
import org.steward.core.config.HttpServerConfig;
import org.steward.core.config.SocketConfig;

/** Turns configured servers into what the web bundle is told of them. */
final class ServerSettings {
  private ServerSettings() {}

  static List<HttpServerSettings> of(List<HttpServerConfig> servers) {
    return servers.stream().map(ServerSettings::of).toList();
  }

  private static HttpServerSettings of(HttpServerConfig server) {
    return switch (server) {
      case HttpServerConfig.Unix unix -> {
        SocketConfig.Owner owner = unix.owner();
        yield new HttpServerSettings.Unix(
            unix.path(),
            unix.mode(),
            owner == null ? -1 : owner.uid(),
            owner == null ? -1 : owner.gid(),
            credentials(server));
      }
      case HttpServerConfig.Inet inet ->
          new HttpServerSettings.Inet(inet.host(), inet.port(), credentials(server));
    };
  }

  private static @Nullable Credentials credentials(HttpServerConfig server) {
    String username = server.username();
    String password = server.password();
    return username == null || password == null ? null : new Credentials(username, password);
  }
}
