package org.steward.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;

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

  /** Reads the files anew and makes the running set what they say. */
  @Descriptor("read the configuration files again; remove, restart and add groups accordingly")
  public void update(@Descriptor("only these groups") String... groups)
      throws CommandFailure, InterruptedException {
    ConfigDiff diff = supervisor.rereadConfig();
    Set<String> wanted = Set.of(groups);
    for (String group : wanted(diff.removed(), wanted)) {
      takeAway(group);
      Run.out().println(group + ": removed process group");
    }
    for (String group : wanted(diff.changed(), wanted)) {
      takeAway(group);
      Run.await(supervisor.addGroup(group));
      Run.out().println(group + ": updated process group");
    }
    for (String group : wanted(diff.added(), wanted)) {
      Run.await(supervisor.addGroup(group));
      Run.out().println(group + ": added process group");
    }
  }

  private static List<String> wanted(List<String> groups, Set<String> wanted) {
    return groups.stream()
        .filter(group -> wanted.isEmpty() || wanted.contains("all") || wanted.contains(group))
        .toList();
  }

  private void takeAway(String group) throws CommandFailure, InterruptedException {
    for (ProcessOutcome outcome : Run.await(supervisor.stopGroup(group, true))) {
      if (outcome.status() == Fault.FAILED) {
        throw new CommandFailure(CommandFailure.GENERIC, group + ": has problems; not removing");
      }
    }
    Run.out().println(group + ": stopped");
    Run.await(supervisor.removeGroup(group));
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
