package org.steward.rpc.supervisor;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcOptional;
import org.steward.rpc.codec.WireValue;

/** Starting processes. */
public final class StartMethods {
  private final Supervisor supervisor;

  StartMethods(Supervisor supervisor) {
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
    Namespec spec = Namespec.parse(name);
    return spec.isGroup()
        ? group(name, spec.id().group(), wait)
        : Faults.spelling(name, Outcomes.done(supervisor.startProcess(spec.id(), wait)));
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
    return group(name, name, wait);
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

  private CompletionStage<List<WireValue>> group(String given, String group, boolean wait) {
    return Faults.spelling(given, Outcomes.encoded(supervisor.startGroup(group, wait)));
  }
}
