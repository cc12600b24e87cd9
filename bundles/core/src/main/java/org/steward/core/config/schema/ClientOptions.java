package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.optional;
import static org.steward.core.config.schema.Option.required;
import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.ENV;
import static org.steward.core.config.schema.Scope.HERE;

import java.util.List;

/** Options that the daemon knows but leaves to others. */
final class ClientOptions {
  static final List<Option<?>> SUPERVISORCTL =
      List.of(
          withDefault(
              "serverurl",
              Scalars.TEXT,
              "http://localhost:9001",
              HERE,
              "The daemon to talk to: `http://host:port` or `unix:///path`."),
          optional("username", Scalars.TEXT, "none", ENV, "User name to give."),
          optional("password", Scalars.TEXT, "none", ENV, "Password to give, plain."),
          withDefault("prompt", Scalars.TEXT, "supervisor", ENV, "The prompt."),
          optional(
              "history_file", Scalars.TEXT, "no history", HERE, "File that keeps what was typed."));

  static final List<Option<?>> RPC_INTERFACE =
      List.of(
          optional(
              "supervisor.rpcinterface_factory",
              Scalars.TEXT,
              "none",
              HERE,
              "What Supervisor would call to make the namespace. Here a bundle provides it, and is"
                  + " handed this and all other keys of the section."));

  static final List<Option<?>> CTL_PLUGIN =
      List.of(
          required(
              "supervisor.ctl_factory",
              Scalars.TEXT,
              ENV,
              "What Supervisor's `supervisorctl` would call to make the plugin."));

  private ClientOptions() {}
}
