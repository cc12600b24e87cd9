package org.steward.rpc.supervisor;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessId;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcOptional;

/** Starting and stopping processes. */
public final class StartStopMethods {
  private final Supervisor supervisor;

  StartStopMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Starts a process, or all of a group where the name is {@code group:*}. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"boolean", "string", "boolean"},
      help =
          """
          Start a process. Where a whole group is named, answers as startProcessGroup does.

          @param string name  The process, group:name, or group:* for all of the group
          @param boolean wait  Whether to answer only when the process is up
          @return boolean result  Always true; what goes wrong is a fault
          """)
  public CompletionStage<?> startProcess(String name, @RpcOptional("true") boolean wait) {
    return named(name, wait, supervisor::startProcess, supervisor::startGroup);
  }

  /** Starts the processes of a group that do not run. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"array", "string", "boolean"},
      help =
          """
          Start those processes of a group that do not run.

          @param string name  The group
          @param boolean wait  Whether to answer only when all of them are up
          @return array result  For each process started a struct of name, group, status (80 for
                                success, or the code of a fault) and description
          """)
  public CompletionStage<?> startProcessGroup(String name, @RpcOptional("true") boolean wait) {
    return group(name, name, wait, supervisor::startGroup);
  }

  /** Starts all processes that do not run. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"array", "boolean"},
      help =
          """
          Start all processes that do not run.

          @param boolean wait  Whether to answer only when all of them are up
          @return array result  A struct for each process started, as of startProcessGroup
          """)
  public CompletionStage<?> startAllProcesses(@RpcOptional("true") boolean wait) {
    return Outcomes.encoded(supervisor.startAll(wait));
  }

  /** Stops a process, or all of a group where the name is {@code group:*}. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"boolean", "string", "boolean"},
      help =
          """
          Stop a process. Where a whole group is named, answers as stopProcessGroup does.

          @param string name  The process, group:name, or group:* for all of the group
          @param boolean wait  Whether to answer only when the process has ended
          @return boolean result  Always true; what goes wrong is a fault
          """)
  public CompletionStage<?> stopProcess(String name, @RpcOptional("true") boolean wait) {
    return named(name, wait, supervisor::stopProcess, supervisor::stopGroup);
  }

  /** Stops the running processes of a group. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"array", "string", "boolean"},
      help =
          """
          Stop the running processes of a group.

          @param string name  The group
          @param boolean wait  Whether to answer only when all of them have ended
          @return array result  For each process stopped a struct of name, group, status (80 for
                                success, or the code of a fault) and description
          """)
  public CompletionStage<?> stopProcessGroup(String name, @RpcOptional("true") boolean wait) {
    return group(name, name, wait, supervisor::stopGroup);
  }

  /** Stops all running processes. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"array", "boolean"},
      help =
          """
          Stop all running processes.

          @param boolean wait  Whether to answer only when all of them have ended
          @return array result  A struct for each process stopped, as of stopProcessGroup
          """)
  public CompletionStage<?> stopAllProcesses(@RpcOptional("true") boolean wait) {
    return Outcomes.encoded(supervisor.stopAll(wait));
  }

  private static CompletionStage<?> named(
      String name,
      boolean wait,
      BiFunction<ProcessId, Boolean, CompletionStage<Void>> orderOne,
      BiFunction<String, Boolean, CompletionStage<List<ProcessOutcome>>> orderGroup) {
    Namespec spec = Namespec.parse(name);
    return spec.isGroup()
        ? group(name, spec.id().group(), wait, orderGroup)
        : Faults.spelling(name, Outcomes.done(orderOne.apply(spec.id(), wait)));
  }

  private static CompletionStage<?> group(
      String given,
      String group,
      boolean wait,
      BiFunction<String, Boolean, CompletionStage<List<ProcessOutcome>>> order) {
    return Faults.spelling(given, Outcomes.encoded(order.apply(group, wait)));
  }
}
