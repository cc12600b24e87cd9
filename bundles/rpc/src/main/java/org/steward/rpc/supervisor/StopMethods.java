package org.steward.rpc.supervisor;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcOptional;
import org.steward.rpc.codec.WireValue;

/** Stopping processes. */
public final class StopMethods {
  private final Supervisor supervisor;

  StopMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
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
    Namespec spec = Namespec.parse(name);
    return spec.isGroup()
        ? group(name, spec.id().group(), wait)
        : Faults.spelling(name, Outcomes.done(supervisor.stopProcess(spec.id(), wait)));
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
    return group(name, name, wait);
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

  private CompletionStage<List<WireValue>> group(String given, String group, boolean wait) {
    return Faults.spelling(given, Outcomes.encoded(supervisor.stopGroup(group, wait)));
  }
}
