package org.steward.rpc.supervisor;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.rpc.RpcMethod;

/** Emptying the logs of processes. */
public final class ClearLogMethods {
  private static final Set<Fault> ABOUT_THE_PROCESS = EnumSet.of(Fault.BAD_NAME, Fault.FAILED);

  private final Supervisor supervisor;

  ClearLogMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Empties both logs of a process. */
  @RpcMethod(
      role = Role.OPERATE,
      help =
          """
          Empty the stdout and the stderr log of a process.

          @param string name  The process, or group:name
          @return boolean result  Always true; what goes wrong is a fault
          """)
  public CompletionStage<Boolean> clearProcessLogs(String name) {
    ProcessId id = Namespec.parse(name).in(supervisor.snapshot()).id();
    return Faults.spelling(
        name, Outcomes.done(supervisor.logs().clearProcessLogs(id)), ABOUT_THE_PROCESS);
  }

  /** The older name of {@link #clearProcessLogs}. */
  @RpcMethod(
      role = Role.OPERATE,
      help =
          """
          The older name of clearProcessLogs.

          @param string name  The process, or group:name
          @return boolean result  Always true; what goes wrong is a fault
          """)
  public CompletionStage<Boolean> clearProcessLog(String name) {
    return clearProcessLogs(name);
  }

  /** Empties the logs of all processes. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = "array",
      help =
          """
          Empty the logs of all processes.

          @return array result  For each process a struct of name, group, status (80 for success,
                                or the code of a fault) and description
          """)
  public CompletionStage<?> clearAllProcessLogs() {
    List<CompletableFuture<ProcessOutcome>> orders =
        supervisor.snapshot().groups().stream().flatMap(this::clear).toList();
    CompletionStage<List<ProcessOutcome>> all =
        CompletableFuture.allOf(orders.toArray(CompletableFuture[]::new))
            .thenApply(nothing -> orders.stream().map(CompletableFuture::join).toList());
    return Outcomes.encoded(all);
  }

  private Stream<CompletableFuture<ProcessOutcome>> clear(GroupSnapshot group) {
    return group.processes().stream()
        .sorted(Comparator.comparingInt(ProcessSnapshot::priority))
        .map(process -> clear(process.id()));
  }

  private CompletableFuture<ProcessOutcome> clear(ProcessId id) {
    return Faults.spelling(
            id.displayName(), supervisor.logs().clearProcessLogs(id), ABOUT_THE_PROCESS)
        .handle((nothing, thrown) -> outcome(id, thrown))
        .toCompletableFuture();
  }

  private static ProcessOutcome outcome(ProcessId id, @Nullable Throwable thrown) {
    if (thrown == null) {
      return Outcomes.success(id);
    }
    return Outcomes.failure(
        id,
        Faults.cause(thrown) instanceof SupervisorFault fault
            ? fault
            : new SupervisorFault(Fault.FAILED, String.valueOf(Faults.cause(thrown))));
  }
}
