package org.steward.web.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client has not shown within a time that it may use the socket: neither
 * silence nor a header that drips in byte by byte holds one of the connections there are. Safe on
 * any thread.
 */
final class OpeningDeadline {
  /** From the opening of a connection to its first admitted request. */
  static final Duration TIME = Duration.ofSeconds(30);

  private final Scheduler scheduler;
  private final Map<EndPoint, Scheduler.Task> waiting = new ConcurrentHashMap<>();

  OpeningDeadline(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void opened(EndPoint connection) {
    waiting.put(
        connection,
        scheduler.schedule(() -> missed(connection), TIME.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** The client may stay, and be silent as long as it likes. */
  void met(EndPoint connection) {
    if (closed(connection)) {
      connection.setIdleTimeout(0);
    }
  }

  /** Forgets a connection; whether it was waited for. */
  boolean closed(EndPoint connection) {
    Scheduler.Task task = waiting.remove(connection);
    if (task != null) {
      task.cancel();
    }
    return task != null;
  }

  private void missed(EndPoint connection) {
    if (waiting.remove(connection) != null) {
      connection.close();
    }
  }
}
