package org.steward.samples.superlance;

import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;

/** Stops a process and starts it again. */
public final class Restart {
  private Restart() {}

  /**
   * Restarts one. Blocks until it runs again.
   *
   * @return empty, or in words what failed
   */
  public static String of(Supervisor supervisor, ProcessId id) throws InterruptedException {
    String stop = await(supervisor.stopProcess(id, true));
    String start = await(supervisor.startProcess(id, true));
    if (!start.isEmpty()) {
      return "cannot start " + id + ": " + start;
    }
    return stop.isEmpty() ? "" : "cannot stop " + id + ": " + stop;
  }

  private static String await(CompletionStage<Void> order) throws InterruptedException {
    try {
      order.toCompletableFuture().get();
      return "";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause() instanceof SupervisorFault fault ? fault.getMessage() : e);
    }
  }

  /** Whether a process is among those named, each by {@code name} or {@code group:name}. */
  public static boolean isNamed(ProcessId id, Collection<String> names) {
    return names.contains(id.name()) || names.contains(id.qualifiedName());
  }
}
