package org.steward.core.config;

import org.jspecify.annotations.Nullable;

/** The listening socket shared by a FastCGI group. */
public sealed interface SocketConfig {
  /** Length of the accept queue, null for the system's default. */
  @Nullable Integer backlog();

  /** As written in the configuration: {@code tcp://host:port} or {@code unix:///path}. */
  String url();

  /** A TCP socket. */
  record Tcp(String host, int port, @Nullable Integer backlog) implements SocketConfig {
    @Override
    public String url() {
      return "tcp://" + host + ":" + port;
    }
  }

  /**
   * A UNIX socket.
   *
   * @param path its absolute path
   * @param owner who owns it, null for the supervisor's own account
   * @param mode its file mode
   */
  record Unix(String path, @Nullable Owner owner, int mode, @Nullable Integer backlog)
      implements SocketConfig {
    @Override
    public String url() {
      return "unix://" + path;
    }
  }

  /** Owner of a socket file. A gid of -1 leaves the group alone. */
  record Owner(int uid, int gid) {}
}
