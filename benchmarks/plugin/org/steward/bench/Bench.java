package org.steward.bench;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;

/**
 * A plugin that says in a pipe what it is told: a byte for each exit of a program, and one for each
 * hundred events of clients.
 */
public final class Bench implements BundleActivator, SupervisorEventHandler {
  private static final int HUNDRED = 100;

  private FileOutputStream pipe;
  private int events;

  @Override
  public void start(BundleContext context) throws IOException {
    pipe = new FileOutputStream(System.getenv("BENCH_FIFO"));
    context.registerService(
        SupervisorEventHandler.class,
        this,
        new Hashtable<>(
            Map.of(
                SupervisorEventHandler.EVENTS,
                List.of(
                    EventType.PROCESS_STATE_EXITED.name(),
                    EventType.REMOTE_COMMUNICATION.name()))));
    pipe.write('!');
  }

  @Override
  public void onEvent(SupervisorEvent event) throws IOException {
    if (event.type() == EventType.PROCESS_STATE_EXITED || ++events % HUNDRED == 0) {
      pipe.write('.');
    }
  }

  @Override
  public void stop(BundleContext context) throws IOException {
    pipe.close();
  }
}
