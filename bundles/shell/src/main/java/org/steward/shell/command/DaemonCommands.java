package org.steward.shell.command;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.steward.api.control.Supervisor;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.PluginState;
import org.steward.api.plugin.Plugins;

/** Commands about the daemon as a whole. */
@Component(service = DaemonCommands.class)
@GogoCommand(
    scope = Commands.SCOPE,
    function = {"plugins", "reload", "rescan", "shutdown"})
public final class DaemonCommands {
  private final Supervisor supervisor;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Plugins installed;

  /** Called by Declarative Services. */
  @Activate
  public DaemonCommands(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Ends the daemon. */
  @Descriptor("stop all processes and end supervisord, and with it this session")
  public void shutdown() throws InterruptedException {
    Run.await(supervisor.shutdown());
    Run.out().println("Shut down");
  }

  /** Begins anew. */
  @Descriptor("stop all processes, read the configuration again and start them; ends this session")
  public void reload() throws InterruptedException {
    Run.await(supervisor.restart());
    Run.out().println("Restarted supervisord");
  }

  /** How plugins fare. */
  @Descriptor("show the plugins and how each of them fares")
  public void plugins() throws CommandFailure {
    Table table = new Table();
    boolean trouble = false;
    for (PluginInfo plugin : present().list()) {
      table.row(
          plugin.name(),
          plugin.version(),
          plugin.state().name(),
          String.join("; ", plugin.reasons()));
      trouble |= plugin.state() != PluginState.ACTIVE;
    }
    table.print(Run.out());
    if (trouble) {
      Run.endWith(CommandFailure.GENERIC);
    }
  }

  /** Looks through the plugin folders. */
  @Descriptor("have the plugin folders looked through at once")
  public void rescan() throws CommandFailure {
    present().rescan();
  }

  private Plugins present() throws CommandFailure {
    Plugins service = installed;
    if (service == null) {
      throw new CommandFailure(
          CommandFailure.GENERIC, "cannot tell of plugins: their bundle does not run");
    }
    return service;
  }
}
