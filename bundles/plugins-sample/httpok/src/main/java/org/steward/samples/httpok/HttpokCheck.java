package org.steward.samples.httpok;

import org.osgi.service.component.annotations.Component;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.config.SectionException;
import org.steward.samples.superlance.TickTask;

/** Has {@code supervisorctl reread} refuse a section that cannot be used, with its line. */
@Component(property = {SectionCheck.SECTION + "=httpok", SectionCheck.SECTION + "=httpok:*"})
public final class HttpokCheck implements SectionCheck {
  @Override
  public void check(PluginSection section) throws SectionException {
    Settings.of(section);
    TickTask.ticks(section);
  }
}
