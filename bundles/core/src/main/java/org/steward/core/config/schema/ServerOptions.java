package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.optional;
import static org.steward.core.config.schema.Option.required;
import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.ENV;
import static org.steward.core.config.schema.Scope.HERE;

import java.nio.file.Path;
import java.util.List;
import org.steward.core.config.SocketConfig;
import org.steward.core.spi.http.HttpServerSettings.User;

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
          Users.PASSWORD,
          "clients need no password",
          ENV,
          "Password clients must give.");
  public static final Option<List<User>> USERS =
      withDefault(
          "users",
          Users.TYPE,
          "",
          ENV,
          "Further users, each with what it may do. The one of `username` may do everything.");
  public static final Option<List<String>> HOSTS =
      withDefault(
          "hosts",
          Scalars.LIST,
          "",
          ENV,
          "Further names browsers may call a socket by that asks nobody for a password; `*` for any."
              + " Addresses, names without a dot and the machine's own are always taken.");
  public static final Option<Path> CERTFILE =
      optional(
          "certfile",
          SystemTypes.PATH,
          "clients speak in clear",
          HERE,
          "Certificate to speak TLS with, then those that lead to a known authority, in PEM.");
  public static final Option<Path> KEYFILE =
      optional(
          "keyfile",
          SystemTypes.PATH,
          "as `certfile`",
          HERE,
          "Its private key, unencrypted, in PEM.");
  public static final Option<Path> CLIENT_CA =
      optional(
          "client_ca",
          SystemTypes.PATH,
          "clients need no certificate",
          HERE,
          "Authorities one of which must have signed each client's certificate, in PEM.");

  static final List<Option<?>> UNIX = List.of(FILE, CHMOD, CHOWN, USERNAME, PASSWORD, USERS);
  static final List<Option<?>> INET =
      List.of(PORT, USERNAME, PASSWORD, USERS, HOSTS, CERTFILE, KEYFILE, CLIENT_CA);

  private ServerOptions() {}
}
