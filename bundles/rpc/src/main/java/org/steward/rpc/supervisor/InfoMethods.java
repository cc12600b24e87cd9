package org.steward.rpc.supervisor;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.rpc.RpcMethod;

/** About processes, from the snapshot. */
public final class InfoMethods {
  private static final Comparator<ProcessSnapshot> BY_NAME =
      Comparator.comparing(ProcessSnapshot::id);

  private final Supervisor supervisor;
  private final Clock clock;

  InfoMethods(Supervisor supervisor, Clock clock) {
    this.supervisor = supervisor;
    this.clock = clock;
  }

  /** One process. */
  @RpcMethod(
      role = Role.READ,
      signature = {"struct", "string"},
      help =
          """
          Tell everything about a process.

          @param string name  The process, or group:name
          @return struct info  name, group, start, stop, now, state, statename, spawnerr,
                               exitstatus, logfile, stdout_logfile, stderr_logfile, pid and
                               description; times are seconds since 1970, 0 for never
          """)
  public Object getProcessInfo(String name) {
    return info(Namespec.parse(name).in(supervisor.snapshot()));
  }

  /** All processes, by group and name. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell everything about all processes.

          @return array infos  A struct for each process, as of getProcessInfo
          """)
  public List<?> getAllProcessInfo() {
    return supervisor.snapshot().processes().stream().sorted(BY_NAME).map(this::info).toList();
  }

  private ProcessInfo info(ProcessSnapshot process) {
    return new ProcessInfo(process, clock.instant().getEpochSecond(), clock.getZone());
  }
}
