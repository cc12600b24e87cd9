package org.steward.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Supervisor;
import org.steward.web.api.PlanView.GroupPlan;

/**
 * Has the running set follow a plan, one group after the other, as {@code supervisorctl update}
 * does. What cannot be done to one group keeps nothing from the others.
 */
final class Updater {
  private final Supervisor supervisor;

  Updater(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Does it; completes with what became of each group. */
  CompletionStage<List<UpdateView>> apply(List<GroupPlan> groups) {
    CompletionStage<List<UpdateView>> all = CompletableFuture.completedStage(new ArrayList<>());
    for (GroupPlan group : groups) {
      all =
          all.thenCompose(
              done ->
                  apply(group)
                      .handle(
                          (ok, failure) -> {
                            done.add(
                                failure == null
                                    ? new UpdateView(group.name(), group.change(), true, null)
                                    : failed(group, failure));
                            return done;
                          }));
    }
    return all;
  }

  private CompletionStage<Void> apply(GroupPlan group) {
    return switch (group.change()) {
      case "added" -> supervisor.addGroup(group.name());
      case "removed" -> remove(group.name());
      default -> remove(group.name()).thenCompose(gone -> supervisor.addGroup(group.name()));
    };
  }

  private CompletionStage<Void> remove(String group) {
    return supervisor.stopGroup(group, true).thenCompose(stopped -> supervisor.removeGroup(group));
  }

  private static UpdateView failed(GroupPlan group, Throwable failure) {
    return new UpdateView(
        group.name(), group.change(), false, ApiProblem.behind(failure).view().detail());
  }
}
