package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.optional;
import static org.steward.core.config.schema.Option.required;
import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.ENV;
import static org.steward.core.config.schema.Scope.HERE;

import java.nio.file.Path;
import java.util.List;
import org.steward.core.config.SocketConfig;

/** Options of {@code [unix_http_server]} and {@code [inet_http_server]}. */
public final class ServerOptions {
  public static final Option<Path> FILE =
      required("file", SystemTypes.PATH, HERE, "Path of the socket.");
  public static final Option<Integer> CHMOD =
      withDefault("chmod", Scalars.OCTAL, "0700", ENV, "Mode of the socket file.");
  public static final Option<SocketConfig.Owner> CHOWN =
      optional(
          "chown",
          SystemTypes.OWNER,
          "the daemon's user and group",
          ENV,
          "Owner of the socket file.");
  public static final Option<HostPort> PORT =
      required("port", SystemTypes.ADDRESS, ENV, "Address to listen on.");
  public static final Option<String> USERNAME =
      optional(
          "username", Scalars.TEXT, "clients need no name", ENV, "User name clients must give.");
  public static final Option<String> PASSWORD =
      optional(
          "password",
          Scalars.TEXT,
          "clients need no password",
          ENV,
          "Password clients must give: plain, or `{SHA}` and its SHA-1 in hexadecimal.");

  static final List<Option<?>> UNIX = List.of(FILE, CHMOD, CHOWN, USERNAME, PASSWORD);
  static final List<Option<?>> INET = List.of(PORT, USERNAME, PASSWORD);

  private ServerOptions() {}
}
