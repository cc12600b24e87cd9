package org.steward.api.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.control.UpdatePlan;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;

/**
 * A supervisor that shows the processes it was given, notes each order in words, and does nothing.
 * Orders succeed at once unless {@link #refuse} says otherwise. Safe on any thread.
 */
public class FakeSupervisor implements Supervisor {
  private final List<ProcessSnapshot> processes = new CopyOnWriteArrayList<>();
  private final List<String> orders = new CopyOnWriteArrayList<>();
  private final Map<String, SupervisorFault> refusals = new ConcurrentHashMap<>();
  private final FakeLogs logs = new FakeLogs();
  private volatile SupervisorState state = SupervisorState.RUNNING;

  /**
   * Adds a process, or replaces the one of its name.
   *
   * @param name {@code group:name}, or one word for both
   * @param pid its process id, 0 for none
   */
  public FakeSupervisor with(String name, ProcessState state, int pid) {
    return with(
        new ProcessSnapshot(id(name), state, pid, 1_000_000, 0, "", 0, 0, 0, false, "", "", 999));
  }

  /** Adds a process as it is, or replaces the one of its name. */
  public FakeSupervisor with(ProcessSnapshot process) {
    processes.removeIf(present -> present.id().equals(process.id()));
    processes.add(process);
    return this;
  }

  /** Sets what the supervisor as a whole is doing; RUNNING until then. */
  public FakeSupervisor is(SupervisorState now) {
    state = now;
    return this;
  }

  /** Has an order, in the words {@link #orders} notes it in, refused from now on. */
  public FakeSupervisor refuse(String order, SupervisorFault fault) {
    refusals.put(order, fault);
    return this;
  }

  /** What was ordered until now, in order: {@code "stop web:web"}, {@code "event kind data"}. */
  public List<String> orders() {
    return List.copyOf(orders);
  }

  private static ProcessId id(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? new ProcessId(name, name)
        : new ProcessId(name.substring(0, colon), name.substring(colon + 1));
  }

  /** Notes an order; says what becomes of it. */
  protected CompletionStage<Void> order(String order) {
    orders.add(order);
    SupervisorFault refusal = refusals.get(order);
    return refusal == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(refusal);
  }

  private CompletionStage<List<ProcessOutcome>> orderMany(String order) {
    return order(order).thenApply(done -> List.of());
  }

  @Override
  public UpdatePlan updatePlan() {
    return new UpdatePlan(List.of());
  }

  @Override
  public CompletionStage<List<GroupUpdate>> update(Collection<String> groups) {
    return order("update " + String.join(" ", groups)).thenApply(done -> List.of());
  }

  @Override
  public SupervisorSnapshot snapshot() {
    return new FakeSnapshot(state, List.copyOf(processes));
  }

  @Override
  public String identifier() {
    return "supervisor";
  }

  @Override
  public int pid() {
    return 1;
  }

  @Override
  public String version() {
    return "1.0.0";
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
    return orderMany("start group " + group);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startAll(boolean wait) {
    return orderMany("start all");
  }

  @Override
  public CompletionStage<Void> stopProcess(ProcessId id, boolean wait) {
    return order("stop " + id);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopGroup(String group, boolean wait) {
    return orderMany("stop group " + group);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopAll(boolean wait) {
    return orderMany("stop all");
  }

  @Override
  public CompletionStage<Void> signalProcess(ProcessId id, int signal) {
    return order("signal " + id + " " + signal);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalGroup(String group, int signal) {
    return orderMany("signal group " + group + " " + signal);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalAll(int signal) {
    return orderMany("signal all " + signal);
  }

  @Override
  public CompletionStage<Void> sendStdin(ProcessId id, byte[] bytes) {
    return order("stdin " + id + " " + new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public CompletionStage<Void> sendRemoteCommEvent(String type, String data) {
    return order("event " + type + " " + data);
  }

  @Override
  public ConfigDiff rereadConfig() {
    return new ConfigDiff(List.of(), List.of(), List.of());
  }

  @Override
  public List<ConfigInfo> configInfo() {
    return List.of();
  }

  @Override
  public CompletionStage<Void> addGroup(String group) {
    return order("add group " + group);
  }

  @Override
  public CompletionStage<Void> removeGroup(String group) {
    return order("remove group " + group);
  }

  @Override
  public CompletionStage<Void> addProgram(
      String group, String program, Map<String, String> options) {
    return order("add " + group + ":" + program + " " + options);
  }

  @Override
  public CompletionStage<Void> removeProcess(ProcessId id) {
    return order("remove " + id);
  }

  @Override
  public CompletionStage<Void> shutdown() {
    return order("shutdown");
  }

  @Override
  public CompletionStage<Void> restart() {
    return order("restart");
  }
}
