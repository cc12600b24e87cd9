package org.steward.rpc;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.Fault;
import org.steward.api.control.GroupUpdate;
import org.steward.api.control.LogAccess;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Severity;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.control.UpdatePlan;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

/**
 * A facade that does as it is told: it notes every order in {@link #orders}, answers it at once
 * with success, with the fault scripted by {@link #fail}, or, between {@link #hold} and {@link
 * #release}, later.
 */
public final class FakeSupervisor implements Supervisor, LogAccess {
  /** Every order, as {@code method arg arg}. */
  public final List<String> orders = new ArrayList<>();

  /** What was written to the activity log. */
  public final List<String> lines = new ArrayList<>();

  /** The running set. */
  public FakeSnapshot snapshot = new FakeSnapshot();

  /** What groups and all are answered with. */
  public List<ProcessOutcome> outcomes = List.of();

  /** What reloadConfig finds. */
  public ConfigDiff diff = new ConfigDiff(List.of(), List.of(), List.of());

  /** What an update would do. */
  public UpdatePlan plan = new UpdatePlan(List.of());

  /** What getAllConfigInfo tells. */
  public List<ConfigInfo> configs = List.of();

  /** The activity log. */
  public @Nullable Path activityLog;

  /** The processes' logs, by qualified name and stream's label. */
  public final Map<String, Path> logs = new HashMap<>();

  private final Map<String, SupervisorFault> faults = new HashMap<>();
  private @Nullable CompletableFuture<Void> held;

  /** Makes the orders of a method fail. */
  public void fail(String method, Fault fault, @Nullable String detail) {
    faults.put(method, new SupervisorFault(fault, detail));
  }

  /** Makes the orders that follow wait for {@link #release}. */
  public void hold() {
    held = new CompletableFuture<>();
  }

  /** Decides the orders that wait. */
  public void release() {
    CompletableFuture<Void> waiting = held;
    held = null;
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  private <T> CompletionStage<T> order(T result, String method, Object... args) {
    note(method, args);
    SupervisorFault fault = faults.get(method);
    CompletableFuture<T> decided = fault == null ? completedFuture(result) : failedFuture(fault);
    return held == null ? decided : held.thenCompose(released -> decided);
  }

  private void note(String method, Object... args) {
    StringBuilder line = new StringBuilder(method);
    for (Object arg : args) {
      line.append(' ').append(arg);
    }
    orders.add(line.toString());
  }

  private CompletionStage<Void> plain(String method, Object... args) {
    return order((Void) null, method, args);
  }

  private CompletionStage<List<ProcessOutcome>> many(String method, Object... args) {
    return order(outcomes, method, args);
  }

  @Override
  public FakeSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public String identifier() {
    return "fake";
  }

  @Override
  public int pid() {
    return 4711;
  }

  @Override
  public String version() {
    return "4.3.0";
  }

  @Override
  public void write(Severity severity, String message) {
    lines.add(severity.mark() + " " + message);
  }

  @Override
  public LogAccess logs() {
    return this;
  }

  @Override
  public UpdatePlan updatePlan() {
    note("updatePlan");
    return plan;
  }

  @Override
  public CompletionStage<List<GroupUpdate>> update(Collection<String> groups) {
    return order(
        plan.groups().stream().map(change -> new GroupUpdate(change, "why")).toList(),
        "update",
        groups);
  }

  @Override
  public CompletionStage<Void> startProcess(ProcessId id, boolean wait) {
    return plain("startProcess", id, wait);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startGroup(String group, boolean wait) {
    return many("startGroup", group, wait);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> startAll(boolean wait) {
    return many("startAll", wait);
  }

  @Override
  public CompletionStage<Void> stopProcess(ProcessId id, boolean wait) {
    return plain("stopProcess", id, wait);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopGroup(String group, boolean wait) {
    return many("stopGroup", group, wait);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> stopAll(boolean wait) {
    return many("stopAll", wait);
  }

  @Override
  public CompletionStage<Void> signalProcess(ProcessId id, int signal) {
    return plain("signalProcess", id, signal);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalGroup(String group, int signal) {
    return many("signalGroup", group, signal);
  }

  @Override
  public CompletionStage<List<ProcessOutcome>> signalAll(int signal) {
    return many("signalAll", signal);
  }

  @Override
  public CompletionStage<Void> sendStdin(ProcessId id, byte[] bytes) {
    return plain("sendStdin", id, new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public CompletionStage<Void> sendRemoteCommEvent(String type, String data) {
    return plain("sendRemoteCommEvent", type, data);
  }

  @Override
  public ConfigDiff rereadConfig() {
    note("rereadConfig");
    SupervisorFault fault = faults.get("rereadConfig");
    if (fault != null) {
      throw fault;
    }
    return diff;
  }

  @Override
  public List<ConfigInfo> configInfo() {
    return configs;
  }

  @Override
  public CompletionStage<Void> addGroup(String group) {
    return plain("addGroup", group);
  }

  @Override
  public CompletionStage<Void> removeGroup(String group) {
    return plain("removeGroup", group);
  }

  @Override
  public CompletionStage<Void> addProgram(
      String group, String program, Map<String, String> options) {
    return plain("addProgram", group, program, options);
  }

  @Override
  public CompletionStage<Void> removeProcess(ProcessId id) {
    return plain("removeProcess", id);
  }

  @Override
  public CompletionStage<Void> shutdown() {
    return plain("shutdown");
  }

  @Override
  public CompletionStage<Void> restart() {
    return plain("restart");
  }

  @Override
  public Optional<Path> activityLog() {
    return Optional.ofNullable(activityLog);
  }

  @Override
  public Optional<Path> processLog(ProcessId id, LogStream stream) {
    return Optional.ofNullable(logs.get(id.qualifiedName() + " " + stream.label()));
  }

  @Override
  public CompletionStage<Void> clearActivityLog() {
    return plain("clearActivityLog");
  }

  @Override
  public CompletionStage<Void> clearProcessLogs(ProcessId id) {
    return plain("clearProcessLogs", id);
  }

  @Override
  public Follow follow(Path log, Runnable onGrowth) {
    return () -> {};
  }
}
