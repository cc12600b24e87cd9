package org.steward.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.security.Secrets;
import org.steward.web.api.Endpoint.Gives;
import org.steward.web.api.PlanView.GroupPlan;

/** What is configured, and having the running set follow the files. */
final class ConfigEndpoints {
  private static final String TAG = "Configuration";

  private final Supervisor supervisor;
  private final Planner planner;

  ConfigEndpoints(Supervisor supervisor) {
    this.supervisor = supervisor;
    this.planner = new Planner(supervisor);
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(TAG, "/processes/{group}/{name}/config", "Tells what a process runs with.")
            .reads(Gives.one(SettingsView.class), call -> settings(call.process())),
        Endpoint.get(
                TAG,
                "/config",
                "Tells what each process would run with, by the files as last read.")
            .reads(Gives.many(ConfiguredView.class), call -> configured()),
        Endpoint.post(
                TAG,
                "/config/reread",
                Role.ADMIN,
                "Reads the configuration files and tells what an update would do.")
            .does(
                Gives.one(PlanView.class),
                call ->
                    new Deed(
                        "reread the configuration",
                        CompletableFuture.completedStage(planner.plan()))),
        Endpoint.post(
                TAG,
                "/config/update",
                Role.ADMIN,
                "Has the running set follow the configuration files.")
            .takes(UpdateBody.class)
            .does(Gives.many(UpdateView.class), this::update));
  }

  private SettingsView settings(ProcessId id) {
    ProcessSettings running =
        find(supervisor.runningSettings(), id)
            .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, id.displayName()));
    return new SettingsView(
        id.qualifiedName(),
        running.values(),
        Secrets.masked(running.environment()),
        find(supervisor.readSettings(), id).map(ProcessSettings::origins).orElse(Map.of()),
        pending(id));
  }

  private List<ConfiguredView> configured() {
    return supervisor.readSettings().stream().map(ConfiguredView::of).toList();
  }

  private List<OptionChange> pending(ProcessId id) {
    return supervisor.updatePlan().groups().stream()
        .flatMap(group -> group.processes().stream())
        .filter(process -> process.id().equals(id) && process.effect() != ChangeEffect.REMOVED)
        .flatMap(process -> process.options().stream())
        .map(OptionChange::of)
        .toList();
  }

  private static Optional<ProcessSettings> find(List<ProcessSettings> all, ProcessId id) {
    return all.stream().filter(settings -> settings.id().equals(id)).findFirst();
  }

  private Deed update(Call call) {
    UpdateBody body = call.body(UpdateBody.class);
    PlanView plan = planner.plan();
    if (body.plan() != null && !body.plan().equals(plan.plan())) {
      throw ApiProblem.of(
          HttpStatus.CONFLICT_409,
          "The configuration or what runs has changed since that plan: look at the new one.");
    }
    List<String> wanted = body.groups();
    List<GroupPlan> groups =
        plan.groups().stream()
            .filter(group -> wanted == null || wanted.contains(group.name()))
            .toList();
    return new Deed(
        "update" + words(groups),
        supervisor
            .update(groups.stream().map(GroupPlan::name).toList())
            .thenApply(done -> done.stream().map(UpdateView::of).toList()));
  }

  private static String words(List<GroupPlan> groups) {
    StringBuilder words = new StringBuilder();
    for (GroupPlan group : groups) {
      words.append(' ').append(group.name()).append(" (").append(group.change()).append(')');
    }
    return words.isEmpty() ? ": nothing differs" : words.toString();
  }
}
