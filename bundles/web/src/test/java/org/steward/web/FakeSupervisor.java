package org.steward.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.Supervisor;
import org.steward.api.control.UpdatePlan;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;

/** A scripted supervisor: shows the processes it was given and answers orders as it was told to. */
public final class FakeSupervisor implements Supervisor {
  final FakeLogs logs = new FakeLogs();
  final List<String> orders = new CopyOnWriteArrayList<>();
  volatile UpdatePlan plan = new UpdatePlan(List.of());
  volatile List<ProcessSettings> running = List.of();
  volatile List<ProcessSettings> read = List.of();
  private final List<ProcessSnapshot> processes = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<Void>> outcomes = new ConcurrentHashMap<>();

  /** Adds a process as it is. */
  public FakeSupervisor with(ProcessSnapshot process) {
    processes.removeIf(present -> present.id().equals(process.id()));
    processes.add(process);
    return this;
  }

  /** Adds a process; its description is what its spawn error or times make of it. */
  public FakeSupervisor with(String group, String name, ProcessState state, String spawnError) {
    processes.add(
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

  private CompletionStage<Void> order(String order) {
    orders.add(order);
    return outcomes.getOrDefault(order, CompletableFuture.completedFuture(null));
  }

  private CompletionStage<List<ProcessOutcome>> orderAll(String order) {
    return order(order).thenApply(done -> List.of());
  }

  @Override
  public SupervisorSnapshot snapshot() {
    return new Snapshot(List.copyOf(processes));
  }

  @Override
  public String identifier() {
    return "test & identifier";
  }

  @Override
  public int pid() {
    return 1;
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
  public CompletionStage<Void> startProcess(ProcessId id, boolean wait) {
    return order("start " + id);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startGroup(String group, boolean wait) {
    return orderAll("start group " + group);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startAll(boolean wait) {
    return orderAll("start all");
  }

  @Override
  public CompletionStage<Void> stopProcess(ProcessId id, boolean wait) {
    return order("stop " + id);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopGroup(String group, boolean wait) {
    return orderAll("stop group " + group);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopAll(boolean wait) {
    return orderAll("stop all");
  }

  @Override
  public CompletionStage<Void> signalProcess(ProcessId id, int signal) {
    return order("signal " + id);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalGroup(String group, int signal) {
    return orderAll("signal group " + group);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalAll(int signal) {
    return orderAll("signal all");
  }

  @Override
  public CompletionStage<Void> sendStdin(ProcessId id, byte[] bytes) {
    return order("stdin " + id);
  }

  @Override
  public CompletionStage<Void> sendRemoteCommEvent(String type, String data) {
    return order("event " + type);
  }

  @Override
  public ConfigDiff rereadConfig() {
    return new ConfigDiff(List.of(), List.of(), List.of());
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
  public List<ConfigInfo> configInfo() {
    return List.of();
  }

  @Override
  public List<ProcessSettings> runningSettings() {
    return running;
  }

  @Override
  public List<ProcessSettings> readSettings() {
    return read;
  }

  @Override
  public CompletionStage<Void> addGroup(String group) {
    return order("add " + group);
  }

  @Override
  public CompletionStage<Void> removeGroup(String group) {
    return order("remove " + group);
  }

  @Override
  public CompletionStage<Void> addProgram(
      String group, String program, Map<String, String> options) {
    return order("add " + program);
  }

  @Override
  public CompletionStage<Void> removeProcess(ProcessId id) {
    return order("remove " + id.displayName());
  }

  @Override
  public CompletionStage<Void> shutdown() {
    return order("shutdown");
  }

  @Override
  public CompletionStage<Void> restart() {
    return order("restart");
  }

  private record Snapshot(List<ProcessSnapshot> processes) implements SupervisorSnapshot {
    @Override
    public SupervisorState state() {
      return SupervisorState.RUNNING;
    }

    @Override
    public List<GroupSnapshot> groups() {
      List<GroupSnapshot> groups = new ArrayList<>();
      processes.stream()
          .map(process -> process.id().group())
          .distinct()
          .forEach(name -> groups.add(new GroupSnapshot(name, 999, of(name))));
      return groups;
    }

    private List<ProcessSnapshot> of(String group) {
      return processes.stream().filter(process -> process.id().group().equals(group)).toList();
    }

    @Override
    public Optional<GroupSnapshot> group(String name) {
      return groups().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    @Override
    public Optional<ProcessSnapshot> process(ProcessId id) {
      return processes.stream().filter(process -> process.id().equals(id)).findFirst();
    }

    @Override
    public long version() {
      return 1;
    }
  }
}
