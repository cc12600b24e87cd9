package org.steward.samples.superlance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.api.control.Severity;
import org.steward.api.control.Supervisor;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;

/**
 * Does something at each tick, on a thread of its own: events go on meanwhile, and a tick that
 * comes while the last one is still worked on is passed over.
 */
public final class TickTask implements SupervisorEventHandler, AutoCloseable {
  private final String name;
  private final Supervisor supervisor;
  private final Task task;
  private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
  private @Nullable ServiceRegistration<SupervisorEventHandler> registration;

  /** What is done. */
  @FunctionalInterface
  public interface Task {
    /** Does it once. May block; is interrupted at the end. */
    void run() throws InterruptedException;
  }

  /**
   * @param name names the thread, and begins the lines of the log
   */
  public TickTask(String name, Supervisor supervisor, Task task) {
    this.name = name;
    this.supervisor = supervisor;
    this.task = task;
  }

  /** The ticks a section asks for by its key {@code events}; once a minute if it does not. */
  public static List<String> ticks(PluginSection section) throws SectionException {
    return section.get(
        "events",
        List.of(EventType.TICK_60.name()),
        text -> {
          String name = text.strip().toUpperCase(Locale.ROOT);
          if (!name.matches("TICK_(5|60|3600)")) {
            throw new IllegalArgumentException("expected TICK_5, TICK_60 or TICK_3600");
          }
          return List.of(name);
        });
  }

  /** Begins to listen. */
  public TickTask open(BundleContext context, List<String> events) {
    registration =
        context.registerService(
            SupervisorEventHandler.class,
            this,
            FrameworkUtil.asDictionary(Map.of(SupervisorEventHandler.EVENTS, events)));
    return this;
  }

  @Override
  public void onEvent(SupervisorEvent event) {
    Thread next = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    if (worker.compareAndSet(null, next)) {
      next.start();
    }
  }

  private void work() {
    try {
      task.run();
    } catch (InterruptedException end) {
      // The section or the bundle goes.
    } catch (RuntimeException e) { // whatever went wrong, the next tick is another chance
      supervisor.logs().write(Severity.ERROR, name + ": " + e);
    } finally {
      worker.set(null);
    }
  }

  @Override
  public void close() {
    if (registration != null) {
      registration.unregister();
    }
    Thread present = worker.get();
    if (present != null) {
      present.interrupt();
    }
  }
}
