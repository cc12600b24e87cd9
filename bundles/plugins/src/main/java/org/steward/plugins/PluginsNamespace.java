package org.steward.plugins;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.http.Role;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.Plugins;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.plugins.ctl.CtlCommands;

/** The RPC methods about plugins. */
@Component(property = RpcNamespace.NAME + "=plugins")
public final class PluginsNamespace implements RpcNamespace {
  private final Plugins plugins;
  private final CtlCommands commands;

  /** Called by Declarative Services. */
  @Activate
  public PluginsNamespace(@Reference Plugins plugins, @Reference CtlCommandsComponent commands) {
    this.plugins = plugins;
    this.commands = commands.commands();
  }

  /** All plugins. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          List the plugins and how each of them fares.

          @return array result  Structs with the members name, version, state (ACTIVE, DEGRADED,
                                WAITING, FAILED, STOPPED or ABSENT), reason (empty where all is
                                well) and file
          """)
  public List<Map<String, Object>> list() {
    return plugins.list().stream().map(PluginsNamespace::struct).toList();
  }

  private static Map<String, Object> struct(PluginInfo plugin) {
    return Map.of(
        "name", plugin.name(),
        "version", plugin.version(),
        "state", plugin.state().name(),
        "reason", String.join("; ", plugin.reasons()),
        "file", plugin.file());
  }

  /** Looks through the folders. */
  @RpcMethod(
      help =
          """
          Look through the plugin folders at once. Needed only where they lie on a file system that
          does not tell of changes.

          @return boolean result  Always true
          """)
  public boolean rescan() {
    plugins.rescan();
    return true;
  }

  /** The commands that plugins add to supervisorctl. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Name the commands that plugins add to supervisorctl.

          @return array result  The names, sorted
          """)
  public List<String> ctlCommands() {
    return commands.names();
  }

  /** How to use one of them. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell how to use a command that a plugin adds to supervisorctl.

          @param string name  The command
          @return string result  Lines of usage, a tab and explanation
          """)
  public String ctlCommandHelp(String name) {
    return commands.help(name);
  }

  /** Runs one of them. */
  @RpcMethod(
      help =
          """
          Run a command that a plugin adds to supervisorctl.

          @param string name      The command
          @param array arguments  Its arguments, strings
          @return struct result   The members status (int, 0 for success) and text (string)
          """)
  public CompletionStage<Map<String, Object>> runCtlCommand(String name, List<?> arguments) {
    return commands
        .run(name, arguments.stream().map(String::valueOf).toList())
        .thenApply(answer -> Map.of("status", answer.status(), "text", answer.text()));
  }
}
