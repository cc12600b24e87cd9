package org.steward.samples.webhook;

import java.time.Instant;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.api.control.Severity;
import org.steward.api.control.Supervisor;
import org.steward.api.event.SupervisorEventHandler;

/**
 * One webhook: takes the section's events on the handler's thread and posts them on its own. There
 * is one of it for each section, and a new one when the section changes.
 */
@Component(
    service = {},
    configurationPid = "steward.webhook",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Webhook {
  private final HttpPost post;
  private final Thread sender;
  private final ServiceRegistration<SupervisorEventHandler> registration;

  /** Called by Declarative Services. */
  @Activate
  public Webhook(
      BundleContext context, @Reference Supervisor supervisor, Map<String, Object> properties)
      throws SectionException {
    PluginSection section = PluginSection.of(properties);
    Settings settings = Settings.of(section);
    post = new HttpPost(settings);
    Delivery delivery =
        new Delivery(
            settings,
            post,
            Thread::sleep,
            text -> supervisor.logs().write(Severity.WARN, section.name() + ": " + text));
    sender = Thread.ofVirtual().name(section.name()).start(() -> send(delivery));
    // Registered here, as the events to be told of come from the section.
    registration =
        context.registerService(
            SupervisorEventHandler.class,
            event -> delivery.offer(Payload.of(event, supervisor.identifier(), Instant.now())),
            FrameworkUtil.asDictionary(Map.of(SupervisorEventHandler.EVENTS, settings.events())));
  }

  private static void send(Delivery delivery) {
    try {
      while (true) {
        delivery.deliverNext();
      }
    } catch (InterruptedException end) {
      // What still waits goes with the section, or the bundle.
    }
  }

  @Deactivate
  void deactivate() {
    registration.unregister();
    sender.interrupt();
    post.close();
  }
}
