package org.steward.samples.memmon;

import java.time.InstantSource;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.api.control.Supervisor;
import org.steward.samples.superlance.Mail;
import org.steward.samples.superlance.Shell;
import org.steward.samples.superlance.TickTask;

/** Ties the watch to its section and to the ticks. */
@Component(
    service = {},
    configurationPid = "steward.memmon",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Memmon {
  private final TickTask ticks;

  /** Called by Declarative Services, anew when the section changes. */
  @Activate
  public Memmon(
      BundleContext context, @Reference Supervisor supervisor, Map<String, Object> properties)
      throws SectionException {
    PluginSection section = PluginSection.of(properties);
    Mail mail = Mail.of("memmon", section, Shell.system());
    MemoryWatch watch =
        new MemoryWatch(
            supervisor, Settings.of(section), Memory.ofTheKernel(), mail, InstantSource.system());
    ticks =
        new TickTask(section.name(), supervisor, watch::check)
            .open(context, TickTask.ticks(section));
  }

  @Deactivate
  void deactivate() {
    ticks.close();
  }
}
