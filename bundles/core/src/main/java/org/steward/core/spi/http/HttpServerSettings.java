package org.steward.core.spi.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;

/** One configured listening socket: {@code [unix_http_server]} or {@code [inet_http_server]}. */
public sealed interface HttpServerSettings {
  /** Who may use it; empty where everybody who can connect may do everything. */
  List<User> users();

  /** The title of the section it is configured in. */
  String section();

  /**
   * A UNIX socket.
   *
   * @param path its absolute path
   * @param mode its file mode
   * @param uid owner, -1 to leave it alone
   * @param gid group, -1 to leave it alone
   */
  record Unix(String path, int mode, int uid, int gid, List<User> users)
      implements HttpServerSettings {
    /** Takes an immutable copy. */
    public Unix {
      users = List.copyOf(users);
    }

    @Override
    public String section() {
      return "unix_http_server";
    }
  }

  /**
   * A TCP socket.
   *
   * @param host address to bind, empty for all
   * @param port port to bind
   * @param names names browsers may call it by beside those it has anyway; {@code *} for any
   * @param tls what it speaks TLS with, null where it speaks in clear
   */
  record Inet(String host, int port, List<User> users, List<String> names, @Nullable TlsFiles tls)
      implements HttpServerSettings {
    /** Takes immutable copies. */
    public Inet {
      users = List.copyOf(users);
      names = List.copyOf(names);
    }

    /** One that speaks in clear and has no further names. */
    public Inet(String host, int port, List<User> users) {
      this(host, port, users, List.of(), null);
    }

    @Override
    public String section() {
      return "inet_http_server";
    }
  }

  /**
   * Somebody who may use a socket.
   *
   * @param name the name, without a colon
   * @param password the password as configured: clear text, {@code {SHA}} and its SHA-1 in
   *     hexadecimal, or a hash that begins with {@code $pbkdf2-sha256$}
   * @param role what the user may do
   */
  record User(String name, String password, Role role) {
    @Override
    public String toString() {
      return "User[" + name + ", *, " + role.label() + "]";
    }
  }
}
