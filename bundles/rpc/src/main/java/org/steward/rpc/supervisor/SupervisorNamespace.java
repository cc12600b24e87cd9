package org.steward.rpc.supervisor;

import java.time.Clock;
import java.util.List;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.SupervisorState;
import org.steward.rpc.codec.Limits;
import org.steward.rpc.dispatch.CallGuard;
import org.steward.rpc.dispatch.GuardedNamespace;

/**
 * The namespace {@code supervisor}. While the supervisor shuts down or restarts its methods answer
 * SHUTDOWN_STATE, save the one that Supervisor leaves open.
 */
public final class SupervisorNamespace implements GuardedNamespace {
  /** Its name. */
  public static final String NAME = "supervisor";

  private static final String OPEN = NAME + ".sendRemoteCommEvent";

  private final Supervisor supervisor;
  private final List<Object> parts;

  /**
   * The namespace over a supervisor.
   *
   * @param supervisor what it controls
   * @param clock tells the time for {@code now}, in the zone for descriptions
   * @param limits bounds the pieces of logs
   */
  public SupervisorNamespace(Supervisor supervisor, Clock clock, Limits limits) {
    this.supervisor = supervisor;
    LogFiles files = new LogFiles(limits);
    this.parts =
        List.of(
            new DaemonMethods(supervisor),
            new InfoMethods(supervisor, clock),
            new StartStopMethods(supervisor),
            new SignalMethods(supervisor),
            new InputMethods(supervisor),
            new ConfigMethods(supervisor),
            new MainLogMethods(supervisor, files),
            new ProcessLogMethods(supervisor, files),
            new ClearLogMethods(supervisor));
  }

  @Override
  public List<Object> parts() {
    return parts;
  }

  @Override
  public CallGuard guard() {
    return this::requireUp;
  }

  private void requireUp(String method) {
    SupervisorState state = supervisor.snapshot().state();
    boolean down = state == SupervisorState.SHUTDOWN || state == SupervisorState.RESTARTING;
    if (down && !method.equals(OPEN)) {
      throw new SupervisorFault(Fault.SHUTDOWN_STATE);
    }
  }
}
