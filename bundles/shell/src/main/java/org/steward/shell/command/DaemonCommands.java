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
import org.steward.api.control.UpgradeReport;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.PluginState;
import org.steward.api.plugin.Plugins;

/** Commands about the daemon as a whole. */
@Component(service = DaemonCommands.class)
@GogoCommand(
    scope = Commands.SCOPE,
    function = {"plugins", "reload", "rescan", "shutdown", "upgrade"})
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

  /** Lets what is installed now take the daemon's place. */
  @Descriptor("replace supervisord by what is installed now; programs run on, this session ends")
  public void upgrade() throws InterruptedException {
    Run.await(supervisor.upgrade());
    Run.out().println("Upgrading supervisord");
  }

  /** What became of the last upgrade; fails if it failed. */
  @Descriptor("show what became of the last upgrade")
  public void upgrade(@Descriptor("the word status") String status) throws CommandFailure {
    if (!status.equals("status")) {
      throw new CommandFailure(CommandFailure.USAGE, "expected upgrade or upgrade status");
    }
    UpgradeReport last = supervisor.lastUpgrade();
    if (last.count() == 0) {
      Run.out().println("not upgraded since it was started");
    } else if (last.problem().isEmpty()) {
      Run.out()
          .printf(
              "upgraded from %s to %s; programs were without it for %d ms%n",
              last.from(), last.to(), last.millis());
    } else {
      throw new CommandFailure(
          CommandFailure.GENERIC, "not upgraded, the daemon before goes on: " + last.problem());
    }
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
