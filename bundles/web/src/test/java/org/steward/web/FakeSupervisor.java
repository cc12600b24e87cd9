package org.steward.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.UpdatePlan;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;

/** One whose orders may take their time, with logs in files and settings to show. */
public final class FakeSupervisor extends org.steward.api.testing.FakeSupervisor {
  final FakeLogs logs = new FakeLogs();
  volatile UpdatePlan plan = new UpdatePlan(List.of());
  volatile List<ProcessSettings> running = List.of();
  volatile List<ProcessSettings> read = List.of();
  private final Map<String, CompletableFuture<Void>> outcomes = new ConcurrentHashMap<>();

  /** Adds a process; its description is what its spawn error or times make of it. */
  public FakeSupervisor with(String group, String name, ProcessState state, String spawnError) {
    with(
        new ProcessSnapshot(
            new ProcessId(group, name),
            state,
            state == ProcessState.RUNNING ? 4711 : 0,
            state == ProcessState.STOPPED ? 0 : 1_000_000,
            0,
            spawnError,
            0,
            0,
            0,
            false,
            "",
            "",
            999));
    return this;
  }

  /** What becomes of an order, such as {@code "start web:web"}; success by default. */
  void outcome(String order, CompletableFuture<Void> outcome) {
    outcomes.put(order, outcome);
  }

  @Override
  protected CompletionStage<Void> order(String order) {
    CompletionStage<Void> usual = super.order(order);
    return outcomes.containsKey(order) ? outcomes.get(order) : usual;
  }

  @Override
  public String identifier() {
    return "test & identifier";
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public FakeLogs logs() {
    return logs;
  }

  @Override
  public UpdatePlan updatePlan() {
    return plan;
  }

  @Override
  public CompletionStage<List<GroupUpdate>> update(Collection<String> groups) {
    return order("update " + String.join(" ", groups))
        .handle(
            (ok, failure) ->
                plan.groups().stream()
                    .filter(change -> groups.contains(change.group()))
                    .map(c -> new GroupUpdate(c, failure == null ? null : failure.getMessage()))
                    .toList());
  }

  @Override
  public List<ProcessSettings> runningSettings() {
    return running;
  }

  @Override
  public List<ProcessSettings> readSettings() {
    return read;
  }
}
