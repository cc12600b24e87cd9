package org.steward.core.config;

import org.jspecify.annotations.Nullable;

/** A listening socket for clients: {@code [unix_http_server]} or {@code [inet_http_server]}. */
public sealed interface HttpServerConfig {
  /** User name clients must give, null where none is asked for. */
  @Nullable String username();

  /**
   * Password clients must give, plain or {@code {SHA}} and a hex digest; null where none is asked
   * for.
   */
  @Nullable String password();

  /**
   * A UNIX socket.
   *
   * @param path its absolute path
   * @param mode its file mode
   * @param owner who owns it, null for the supervisor's own account
   */
  record Unix(
      String path,
      int mode,
      SocketConfig.@Nullable Owner owner,
      @Nullable String username,
      @Nullable String password)
      implements HttpServerConfig {}

  /**
   * A TCP socket.
   *
   * @param host address to bind, empty for all
   * @param port port to bind
   */
  record Inet(String host, int port, @Nullable String username, @Nullable String password)
      implements HttpServerConfig {}
}
