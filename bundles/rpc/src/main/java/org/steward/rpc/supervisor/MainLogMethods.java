package org.steward.rpc.supervisor;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;

/** The daemon's own log. */
public final class MainLogMethods {
  private final Supervisor supervisor;
  private final LogFiles files;

  MainLogMethods(Supervisor supervisor, LogFiles files) {
    this.supervisor = supervisor;
    this.files = files;
  }

  /** A piece of the activity log. */
  @RpcMethod(
      role = Role.READ,
      signature = {"string", "int", "int"},
      help =
          """
          Read a piece of the daemon's log.

          @param int offset  Where to begin, in bytes; negative: so many bytes before the end, with
                             a length of 0
          @param int length  How many bytes, 0 for all to the end
          @return string result  The text
          """)
  public Object readLog(long offset, long length) {
    Path log =
        supervisor.logs().activityLog().orElseThrow(() -> new SupervisorFault(Fault.NO_FILE));
    return files.read(log, offset, length);
  }

  /** The older name of {@link #readLog}. */
  @RpcMethod(
      role = Role.READ,
      signature = {"string", "int", "int"},
      help =
          """
          The older name of readLog.

          @param int offset  Where to begin, in bytes
          @param int length  How many bytes, 0 for all to the end
          @return string result  The text
          """)
  public Object readMainLog(long offset, long length) {
    return readLog(offset, length);
  }

  /** Empties the activity log. Its faults carry no detail. */
  @RpcMethod(
      signature = "boolean",
      help =
          """
          Empty the daemon's log.

          @return boolean result  Always true; without a log file it is the fault NO_FILE
          """)
  public CompletionStage<Boolean> clearLog() {
    return Faults.withoutDetail(Outcomes.done(supervisor.logs().clearActivityLog()));
  }
}
