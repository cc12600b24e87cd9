package org.steward.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpeningDeadlineTest {
  private final ManualScheduler scheduler = new ManualScheduler();
  private final OpeningDeadline deadline = new OpeningDeadline(scheduler);
  private final ByteArrayEndPoint connection = new ByteArrayEndPoint();

  @BeforeEach
  void open() {
    connection.setIdleTimeout(1000);
    deadline.opened(connection);
  }

  @Test
  void connectionWithoutAnAdmittedRequestIsClosed() {
    scheduler.expire();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void admittedConnectionStaysAndMayBeSilent() {
    deadline.met(connection);
    scheduler.expire();
    assertThat(connection.isOpen()).isTrue();
    assertThat(connection.getIdleTimeout()).isZero();
  }

  @Test
  void timerOfAClosedConnectionIsGivenUp() {
    deadline.closed(connection);
    assertThat(scheduler.tasks).isEmpty();
  }

  @Test
  void laterRequestsChangeNothing() {
    deadline.met(connection);
    connection.setIdleTimeout(1000);
    deadline.met(connection);
    assertThat(connection.getIdleTimeout()).isEqualTo(1000);
  }

  /** Runs its tasks when the test says so. */
  private static final class ManualScheduler extends AbstractLifeCycle implements Scheduler {
    final List<Runnable> tasks = new ArrayList<>();

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit unit) {
      tasks.add(task);
      return () -> tasks.remove(task);
    }

    void expire() {
      List.copyOf(tasks).forEach(Runnable::run);
    }
  }
}
