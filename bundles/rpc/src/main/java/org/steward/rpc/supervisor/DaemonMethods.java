package org.steward.rpc.supervisor;

import java.util.concurrent.CompletionStage;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.api.process.SupervisorState;
import org.steward.api.rpc.RpcMethod;
import org.steward.rpc.codec.MemberName;
import org.steward.rpc.codec.WireValue;

/** About the daemon itself. */
public final class DaemonMethods {
  /** Clients refuse to talk to any other. */
  private static final String API_VERSION = "3.0";

  private static final MemberName STATECODE = new MemberName("statecode");
  private static final MemberName STATENAME = new MemberName("statename");

  private final Supervisor supervisor;

  DaemonMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** The version of this interface, which is Supervisor's. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell which version of the RPC interface this daemon speaks.

          @return string version  The version of the interface, not of the software
          """)
  public String getAPIVersion() {
    return API_VERSION;
  }

  /** The older name of {@link #getAPIVersion}; supervisorctl calls it before everything else. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          The older name of getAPIVersion.

          @return string version  The version of the interface, not of the software
          """)
  public String getVersion() {
    return API_VERSION;
  }

  /** The version of Supervisor whose interfaces are offered. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell which version of Supervisor this daemon can be taken for.

          @return string version  major.minor.patch
          """)
  public String getSupervisorVersion() {
    return Supervisor.COMPATIBLE_VERSION;
  }

  /** The configured identifier. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell the name this daemon was given in its configuration.

          @return string identifier  The name, to tell several daemons apart
          """)
  public String getIdentification() {
    return supervisor.identifier();
  }

  /** What the supervisor as a whole is doing. */
  @RpcMethod(
      role = Role.READ,
      signature = "struct",
      help =
          """
          Tell what the daemon as a whole is doing.

          @return struct state  The members statecode (int) and statename (string): 1 RUNNING,
                                2 FATAL; while it is 0 RESTARTING or -1 SHUTDOWN nothing but the
                                fault SHUTDOWN_STATE is answered
          """)
  public Object getState() {
    SupervisorState state = supervisor.snapshot().state();
    return (WireValue)
        out ->
            out.openStruct()
                .member(STATECODE, state.code())
                .member(STATENAME, state.name())
                .closeStruct();
  }

  /** The daemon's process id. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell the daemon's process id.

          @return int pid  The process id
          """)
  public int getPID() {
    return supervisor.pid();
  }

  /** Ends the daemon. */
  @RpcMethod(
      help =
          """
          Stop all processes and end the daemon. Answers as soon as it has begun.

          @return boolean result  Always true
          """)
  public CompletionStage<Boolean> shutdown() {
    return Outcomes.done(supervisor.shutdown());
  }

  /** Restarts the daemon. */
  @RpcMethod(
      help =
          """
          Stop all processes, read the configuration again and start anew, within the same daemon.
          Answers as soon as it has begun.

          @return boolean result  Always true
          """)
  public CompletionStage<Boolean> restart() {
    return Outcomes.done(supervisor.restart());
  }
}
