package org.steward.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.Supervisor;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.OptionChange;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;

/** The RPC methods that have programs follow the configuration with no more ado than it takes. */
@Component(property = RpcNamespace.NAME + "=config")
public final class ConfigNamespace implements RpcNamespace {
  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public ConfigNamespace(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** What an update would do. */
  @RpcMethod(
      audited = false,
      help =
          """
          Read the configuration files again and tell what config.update would do. Nothing is
          started or stopped; a file with mistakes is the fault CANT_REREAD and changes nothing.

          @return array plan  A struct for each group that differs: group, change (added, changed or
                              removed), stopped (whether none of its processes goes on), options and
                              processes. Those are structs with name, effect (added, removed,
                              restart, start or live) and options: structs with option, before,
                              after and effect. What looks like a secret is masked
          """)
  public List<?> plan() {
    supervisor.rereadConfig();
    return supervisor.updatePlan().groups().stream().map(ConfigNamespace::group).toList();
  }

  /** Has groups follow. */
  @RpcMethod(
      signature = {"array", "array"},
      help =
          """
          Have groups follow the configuration as config.plan or supervisor.reloadConfig last read
          it. Running processes that need no restart go on.

          @param array groups  Names of groups; those that do not differ are passed over
          @return array done   A struct for each group that differed, as of config.plan, with the
                               member problem besides: empty, or why it could not be done
          """)
  public CompletionStage<List<?>> update(List<?> groups) {
    return supervisor
        .update(groups.stream().map(String::valueOf).toList())
        .thenApply(done -> done.stream().map(ConfigNamespace::update).toList());
  }

  private static Map<String, Object> update(GroupUpdate update) {
    Map<String, Object> members = group(update.change());
    String problem = update.problem();
    members.put("problem", problem == null ? "" : problem);
    return members;
  }

  private static Map<String, Object> group(GroupChange group) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("group", group.group());
    members.put("change", group.kind().name().toLowerCase(Locale.ROOT));
    members.put("stopped", group.stopsAll());
    members.put("options", group.options().stream().map(ConfigNamespace::option).toList());
    members.put("processes", group.processes().stream().map(ConfigNamespace::process).toList());
    return members;
  }

  private static Map<String, Object> process(ProcessChange process) {
    return Map.of(
        "name", process.id().qualifiedName(),
        "effect", process.effect().label(),
        "options", process.options().stream().map(ConfigNamespace::option).toList());
  }

  private static Map<String, Object> option(OptionChange option) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("option", option.option());
    put(members, "before", option.before());
    put(members, "after", option.after());
    members.put("effect", option.effect().label());
    return members;
  }

  private static void put(Map<String, Object> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
