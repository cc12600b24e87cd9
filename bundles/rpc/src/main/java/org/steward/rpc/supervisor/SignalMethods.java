package org.steward.rpc.supervisor;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SignalNames;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.rpc.RpcMethod;

/** Sending signals. */
public final class SignalMethods {
  private final Supervisor supervisor;

  SignalMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Sends a signal to a process, or to all of a group where the name is {@code group:*}. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"boolean", "string", "string"},
      help =
          """
          Send a signal to a process. Where a whole group is named, answers as signalProcessGroup
          does.

          @param string name  The process, group:name, or group:* for all of the group
          @param string signal  The signal's name (HUP, SIGHUP) or number
          @return boolean result  Always true; what goes wrong is a fault
          """)
  public CompletionStage<?> signalProcess(String name, Object signal) {
    Namespec spec = Namespec.parse(name);
    if (spec.isGroup()) {
      return group(name, spec.id().group(), signal);
    }
    spec.in(supervisor.snapshot());
    int number = SignalNames.number(signal).orElseThrow(() -> badSignal(signal));
    return Faults.spelling(name, Outcomes.done(supervisor.signalProcess(spec.id(), number)));
  }

  /** Sends a signal to the processes of a group that can take one. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"array", "string", "string"},
      help =
          """
          Send a signal to the processes of a group.

          @param string name  The group
          @param string signal  The signal's name (HUP, SIGHUP) or number
          @return array result  For each process that can take a signal a struct of name, group,
                                status (80 for success, or the code of a fault) and description
          """)
  public CompletionStage<?> signalProcessGroup(String name, Object signal) {
    return group(name, name, signal);
  }

  /** Sends a signal to all processes that can take one. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"array", "string"},
      help =
          """
          Send a signal to all processes.

          @param string signal  The signal's name (HUP, SIGHUP) or number
          @return array result  A struct for each process, as of signalProcessGroup
          """)
  public CompletionStage<?> signalAllProcesses(Object signal) {
    SupervisorSnapshot snapshot = supervisor.snapshot();
    return all(signal, supervisor::signalAll, snapshot.groups().stream());
  }

  private CompletionStage<?> group(String given, String group, Object signal) {
    GroupSnapshot snapshot =
        supervisor
            .snapshot()
            .group(group)
            .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, given));
    CompletionStage<?> results =
        all(signal, number -> supervisor.signalGroup(group, number), Stream.of(snapshot));
    return Faults.spelling(given, results);
  }

  /** With a signal that does not exist, each process has that as its result. */
  private static CompletionStage<?> all(
      Object signal,
      IntFunction<CompletionStage<List<ProcessOutcome>>> send,
      Stream<GroupSnapshot> groups) {
    OptionalInt number = SignalNames.number(signal);
    if (number.isPresent()) {
      return Outcomes.encoded(send.apply(number.getAsInt()));
    }
    SupervisorFault fault = badSignal(signal);
    List<ProcessOutcome> refused =
        groups
            .flatMap(SignalMethods::byPriority)
            .filter(process -> process.state().isSignallable())
            .map(process -> Outcomes.failure(process.id(), fault))
            .toList();
    return Outcomes.encoded(CompletableFuture.completedFuture(refused));
  }

  private static Stream<ProcessSnapshot> byPriority(GroupSnapshot group) {
    return group.processes().stream().sorted(Comparator.comparingInt(ProcessSnapshot::priority));
  }

  private static SupervisorFault badSignal(Object signal) {
    return new SupervisorFault(Fault.BAD_SIGNAL, String.valueOf(signal));
  }
}
