package org.steward.web.api;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.web.api.Endpoint.Gives;

/** The daemon itself. */
final class DaemonEndpoints {
  private static final String TAG = "Daemon";

  private final Supervisor supervisor;
  private final InstantSource clock;
  private final Supplier<List<String>> warnings;

  DaemonEndpoints(Api.Parts parts) {
    this.supervisor = parts.supervisor();
    this.clock = parts.clock();
    this.warnings = parts.warnings();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(TAG, "/daemon", "Tells of the daemon, and what the asking user may do.")
            .reads(Gives.one(DaemonView.class), this::view),
        Endpoint.post(TAG, "/daemon/clear-log", Role.ADMIN, "Empties the activity log.")
            .does(
                Gives.one(AcceptedView.class),
                call ->
                    new Deed(
                        "clear the activity log",
                        supervisor
                            .logs()
                            .clearActivityLog()
                            .thenApply(done -> new AcceptedView("clear-log")))),
        Endpoint.post(
                TAG,
                "/daemon/restart",
                Role.ADMIN,
                "Stops all processes, reads the configuration anew and starts again.")
            .does(
                Gives.one(AcceptedView.class),
                call ->
                    new Deed(
                        "restart the daemon",
                        supervisor.restart().thenApply(done -> new AcceptedView("restart")))),
        Endpoint.get(TAG, "/daemon/upgrade", "Tells what became of the last upgrade.")
            .reads(Gives.one(UpgradeView.class), call -> UpgradeView.of(supervisor.lastUpgrade())),
        Endpoint.post(
                TAG,
                "/daemon/upgrade",
                Role.ADMIN,
                "Replaces the daemon by what is installed now, while the programs run on.")
            .does(
                Gives.one(AcceptedView.class),
                call ->
                    new Deed(
                        "upgrade the daemon",
                        supervisor.upgrade().thenApply(done -> new AcceptedView("upgrade")))),
        Endpoint.post(TAG, "/daemon/shutdown", Role.ADMIN, "Stops all processes and the daemon.")
            .does(
                Gives.one(AcceptedView.class),
                call ->
                    new Deed(
                        "shut the daemon down",
                        supervisor.shutdown().thenApply(done -> new AcceptedView("shutdown")))));
  }

  private DaemonView view(Call call) {
    Map<String, Integer> states = new TreeMap<>();
    supervisor
        .snapshot()
        .processes()
        .forEach(process -> states.merge(process.state().name(), 1, Integer::sum));
    return new DaemonView(
        supervisor.identifier(),
        supervisor.version(),
        supervisor.pid(),
        supervisor.snapshot().state().name(),
        startedAt(),
        clock.millis(),
        states,
        supervisor.logs().activityLog().map(Path::toString).orElse(null),
        call.exchange().user(),
        call.exchange().role().label(),
        warnings.get());
  }

  private static long startedAt() {
    return ProcessHandle.current().info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }
}
