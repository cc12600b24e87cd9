package org.steward.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.Supervisor;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.OptionChange;
import org.steward.api.control.UpdatePlan.ProcessChange;

/** Commands that change the running set by the configuration files. */
@Component(service = ConfigurationCommands.class)
@GogoCommand(
    scope = Commands.SCOPE,
    function = {"add", "remove", "reread", "update"})
public final class ConfigurationCommands {
  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public ConfigurationCommands(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Reads the files anew. */
  @Descriptor("read the configuration files again, and tell what differs; nothing is changed")
  public void reread() {
    ConfigDiff diff = supervisor.rereadConfig();
    PrintStream out = Run.out();
    diff.added().forEach(group -> out.println(group + ": available"));
    diff.changed().forEach(group -> out.println(group + ": changed"));
    diff.removed().forEach(group -> out.println(group + ": disappeared"));
    if (diff.added().isEmpty() && diff.changed().isEmpty() && diff.removed().isEmpty()) {
      out.println("No config updates to processes");
    }
  }

  /** Has the running set follow the files. */
  @Descriptor(
      "read the configuration files again and follow them, disturbing no program that may go on")
  public void update(
      @Descriptor("only show what would be done")
          @Parameter(
              names = {"-n", "--dry-run"},
              absentValue = "false",
              presentValue = "true")
          boolean dryRun,
      @Descriptor("only these groups") String... groups)
      throws InterruptedException {
    supervisor.rereadConfig();
    Set<String> wanted = Set.of(groups);
    List<GroupChange> changes =
        supervisor.updatePlan().groups().stream()
            .filter(change -> wanted.isEmpty() || wanted.contains(change.group()))
            .toList();
    if (dryRun) {
      show(changes);
    } else {
      apply(changes);
    }
  }

  private static void show(List<GroupChange> changes) {
    Table table = new Table();
    for (GroupChange change : changes) {
      table.row(change.group(), label(change));
      for (ProcessChange process : change.processes()) {
        String options =
            process.options().stream().map(OptionChange::option).collect(Collectors.joining(", "));
        table.row("  " + process.id().displayName(), process.effect().label(), options);
      }
    }
    table.print(Run.out());
  }

  private static String label(GroupChange change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }

  private void apply(List<GroupChange> changes) throws InterruptedException {
    boolean failed = false;
    List<String> names = changes.stream().map(GroupChange::group).toList();
    for (GroupUpdate update : Run.await(supervisor.update(names))) {
      String problem = update.problem();
      failed |= problem != null;
      String what = problem == null ? label(update.change()) : "ERROR (" + problem + ")";
      Run.out().println(update.change().group() + ": " + what);
    }
    if (failed) {
      Run.endWith(CommandFailure.GENERIC);
    }
  }

  /** Adds groups. */
  @Descriptor("add configured groups to the running set")
  public void add(@Descriptor("names of groups") String... groups) throws InterruptedException {
    for (String group : groups) {
      Run.await(supervisor.addGroup(group));
      Run.out().println(group + ": added process group");
    }
  }

  /** Removes groups. */
  @Descriptor("remove stopped groups from the running set")
  public void remove(@Descriptor("names of groups") String... groups) throws InterruptedException {
    for (String group : groups) {
      Run.await(supervisor.removeGroup(group));
      Run.out().println(group + ": removed process group");
    }
  }
}
