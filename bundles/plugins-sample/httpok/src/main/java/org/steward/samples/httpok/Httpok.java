package org.steward.samples.httpok;

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

/** Ties one check to its section and to the ticks. */
@Component(
    service = {},
    configurationPid = "steward.httpok",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Httpok {
  private final TickTask ticks;

  /** Called by Declarative Services, anew when the section changes. */
  @Activate
  public Httpok(
      BundleContext context, @Reference Supervisor supervisor, Map<String, Object> properties)
      throws SectionException {
    PluginSection section = PluginSection.of(properties);
    Mail mail = Mail.of("httpok", section, Shell.system());
    Settings settings = Settings.of(section);
    Probe probe = new PatientProbe(new HttpProbe(settings), settings.timeout(), Thread::sleep);
    HttpCheck check = new HttpCheck(supervisor, settings, probe, mail);
    ticks =
        new TickTask(section.name(), supervisor, check::check)
            .open(context, TickTask.ticks(section));
  }

  @Deactivate
  void deactivate() {
    ticks.close();
  }
}
