package org.steward.api.http;

import org.jspecify.annotations.Nullable;

/** One configured listening socket: {@code [unix_http_server]} or {@code [inet_http_server]}. */
public sealed interface HttpServerSettings {
  /** Who may use it, null where everybody who can connect may. */
  @Nullable Credentials credentials();

  /**
   * A UNIX socket.
   *
   * @param path its absolute path
   * @param mode its file mode
   * @param uid owner, -1 to leave it alone
   * @param gid group, -1 to leave it alone
   */
  record Unix(String path, int mode, int uid, int gid, @Nullable Credentials credentials)
      implements HttpServerSettings {}

  /**
   * A TCP socket.
   *
   * @param host address to bind, empty for all
   * @param port port to bind
   */
  record Inet(String host, int port, @Nullable Credentials credentials)
      implements HttpServerSettings {}

  /**
   * A user name and password.
   *
   * @param username the name
   * @param password the password as configured: clear text, or {@code {SHA}} and the hex digest
   */
  record Credentials(String username, String password) {
    @Override
    public String toString() {
      return "Credentials[" + username + ", *]";
    }
  }
}
