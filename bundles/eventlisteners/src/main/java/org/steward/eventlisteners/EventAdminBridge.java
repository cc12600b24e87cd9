package org.steward.eventlisteners;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;
import org.steward.api.event.EventTopics;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;

/**
 * Passes events on to OSGi Event Admin, while someone listens there: one more handler, with the
 * queue and the thread that every handler has.
 *
 * <p>It sends synchronously, on that thread, rather than posting: Event Admin's own queues have no
 * bound, so that a slow handler behind them would fill the heap where here it costs events, counted
 * and logged. Event Admin puts a handler that takes longer than its time limit (5 s in Felix) on
 * its deny list, so that one that never returns holds up the others once.
 */
@Component(service = SupervisorEventHandler.class)
public final class EventAdminBridge implements SupervisorEventHandler {
  private static final int GRACE_SECONDS = 1;

  private final EventAdmin admin;

  /** Held while an event is on its way, and for good once Event Admin may be about to go. */
  private final Semaphore sending = new Semaphore(1);

  /** Holds the component back while nobody listens; not used otherwise. */
  @Reference(
      cardinality = ReferenceCardinality.AT_LEAST_ONE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(|(event.topics=\\*)(event.topics=org/\\*)(event.topics=org/steward/*))")
  @SuppressWarnings("unused")
  private volatile List<ServiceReference<EventHandler>> listening = List.of();

  /** Sends to the given Event Admin. */
  @Activate
  public EventAdminBridge(@Reference EventAdmin admin) {
    this.admin = admin;
  }

  @Override
  public void onEvent(SupervisorEvent event) {
    if (!sending.tryAcquire()) {
      return; // this component goes, and Event Admin perhaps with it
    }
    try {
      admin.sendEvent(new Event(EventTopics.of(event.type()), EventProperties.of(event)));
    } finally {
      sending.release();
    }
  }

  /**
   * Waits a moment for the event on its way: an Event Admin that stops meanwhile would complain.
   */
  @Deactivate
  void goOut() throws InterruptedException {
    sending.tryAcquire(GRACE_SECONDS, TimeUnit.SECONDS);
  }
}
