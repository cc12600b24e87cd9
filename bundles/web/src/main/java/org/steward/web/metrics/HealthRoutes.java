package org.steward.web.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.web.http.Exchange;
import org.steward.web.http.Route;

/** What load balancers and orchestrators ask: is the daemon alive, and is all as it should be? */
public final class HealthRoutes {
  private final Supervisor supervisor;

  /**
   * @param supervisor what is asked about
   */
  public HealthRoutes(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** {@code /healthz}: 200 while the daemon answers and does not stop. */
  public Route alive() {
    return exchange -> {
      SupervisorState state = supervisor.snapshot().state();
      boolean alive = state == SupervisorState.RUNNING || state == SupervisorState.RESTARTING;
      reply(exchange, alive, state.name());
    };
  }

  /** {@code /readyz}: 200 while it also is not starting anything, and no process has failed. */
  public Route ready() {
    return exchange -> {
      List<String> unready =
          supervisor.snapshot().processes().stream()
              .filter(process -> isUnready(process.state()))
              .map(process -> process.id().displayName() + " " + process.state())
              .toList();
      boolean running = supervisor.snapshot().state() == SupervisorState.RUNNING;
      String words = unready.isEmpty() ? "ready" : String.join("\n", unready);
      reply(exchange, running && unready.isEmpty(), words);
    };
  }

  private static boolean isUnready(ProcessState state) {
    return switch (state) {
      case STARTING, BACKOFF, FATAL, UNKNOWN -> true;
      case RUNNING, STOPPED, STOPPING, EXITED -> false;
    };
  }

  private static void reply(Exchange exchange, boolean well, String words) {
    int status = well ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
    exchange.reply(status, "text/plain;charset=utf-8", (words + "\n").getBytes(UTF_8));
  }
}
