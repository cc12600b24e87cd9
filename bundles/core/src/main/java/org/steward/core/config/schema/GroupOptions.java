package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.optional;
import static org.steward.core.config.schema.Option.required;
import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.HERE;
import static org.steward.core.config.schema.Scope.HOST;
import static org.steward.core.config.schema.Scope.SOCKET;

import java.util.List;
import org.steward.core.config.SocketConfig;

/** Options of {@code [group:x]} and {@code [include]}, and what special programs have besides. */
public final class GroupOptions {
  public static final Option<String> FILES =
      required(
          "files",
          Scalars.TEXT,
          HOST,
          "Files to read too, separated by white space, seen from the main file. `*`, `?` and"
              + " `[...]` match as in a shell. Their own `[include]` is not followed.");

  public static final Option<List<String>> PROGRAMS =
      withDefault("programs", Scalars.LIST, "", HERE, "The programs the group is made of.")
          .taking(Onset.MEMBERS);
  public static final Option<Integer> PRIORITY =
      withDefault("priority", Scalars.INTEGER, "999", HERE, "Order of the group among groups.")
          .taking(Onset.LIVE);

  public static final Option<Integer> POOL_PRIORITY =
      withDefault(
              "priority",
              Scalars.INTEGER,
              "-1",
              HERE,
              "Order of the pool among groups: before the programs, where not set.")
          .taking(Onset.LIVE);
  public static final Option<Integer> BUFFER_SIZE =
      withDefault(
              "buffer_size",
              Scalars.BUFFER_SIZE,
              "10",
              HERE,
              "How many events wait for a listener; beyond, the oldest is dropped.")
          .taking(Onset.GROUP);
  public static final Option<List<String>> EVENTS =
      required(
              "events", Scalars.LIST, HERE, "The types of events wanted, each with those below it.")
          .taking(Onset.GROUP);
  public static final Option<String> RESULT_HANDLER =
      withDefault(
              "result_handler",
              Scalars.TEXT,
              "supervisor.dispatchers:default_handler",
              HERE,
              "What judges a listener's results.")
          .taking(Onset.GROUP);
  public static final Option<Boolean> LEN_IN_BYTES =
      withDefault(
              "len_in_bytes",
              Scalars.BOOLEAN,
              "false",
              HERE,
              "Whether `len` in an event's header counts bytes, for listeners that read bytes, and not"
                  + " characters, as Supervisor's does. They differ beyond ASCII only.")
          .taking(Onset.GROUP);

  public static final Option<String> SOCKET_URL =
      required(
              "socket",
              Scalars.TEXT,
              SOCKET,
              "The socket its processes share: `tcp://host:port` or `unix:///path`.")
          .taking(Onset.GROUP);
  public static final Option<Integer> SOCKET_BACKLOG =
      optional(
              "socket_backlog",
              Scalars.BACKLOG,
              "the system's",
              HERE,
              "How many connections wait to be accepted.")
          .taking(Onset.GROUP);
  public static final Option<SocketConfig.Owner> SOCKET_OWNER =
      optional(
              "socket_owner",
              SystemTypes.OWNER,
              "the program's user and group",
              HERE,
              "Owner of a UNIX socket.")
          .taking(Onset.GROUP);
  public static final Option<Integer> SOCKET_MODE =
      optional("socket_mode", Scalars.OCTAL, "`0700`", HERE, "Mode of a UNIX socket.")
          .taking(Onset.GROUP);

  static final List<Option<?>> INCLUDE = List.of(FILES);
  static final List<Option<?>> GROUP = List.of(PROGRAMS, PRIORITY);
  static final List<Option<?>> LISTENER =
      List.of(EVENTS, BUFFER_SIZE, RESULT_HANDLER, LEN_IN_BYTES, POOL_PRIORITY);
  static final List<Option<?>> FCGI =
      List.of(SOCKET_URL, SOCKET_BACKLOG, SOCKET_OWNER, SOCKET_MODE);

  private GroupOptions() {}
}
