package org.steward.rpc;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Supervisor;
import org.steward.api.control.UpgradeReport;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;

/** The RPC methods about the daemon that Supervisor does not have. */
@Component(property = RpcNamespace.NAME + "=daemon")
public final class DaemonNamespace implements RpcNamespace {
  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public DaemonNamespace(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Replaces the daemon. */
  @RpcMethod(
      help =
          """
          Replace the daemon by what is installed now, in the same process, while all programs run
          on. What is installed is tried first. Answers as soon as the change has begun; the daemon
          is back within a second or so, and getUpgrade tells what became of it.

          @return boolean result  Always true; the fault FAILED says why what is installed cannot
                                  start
          """)
  public CompletionStage<Boolean> upgrade() {
    return supervisor.upgrade().thenApply(done -> true);
  }

  /** What became of it. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell what became of the last upgrade.

          @return struct result  count (int, how many there were since the process was started),
                                 from and to (string, versions), at (int, wall-clock second),
                                 milliseconds (int, how long nobody looked after the programs),
                                 problem (string, why the daemon before has gone on; empty where
                                 all went well)
          """)
  public Map<String, Object> getUpgrade() {
    UpgradeReport last = supervisor.lastUpgrade();
    return Map.of(
        "count", last.count(),
        "from", last.from(),
        "to", last.to(),
        "at", (int) last.at(),
        "milliseconds", (int) last.millis(),
        "problem", last.problem());
  }
}
