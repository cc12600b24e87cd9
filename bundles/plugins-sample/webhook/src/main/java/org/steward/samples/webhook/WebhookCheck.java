package org.steward.samples.webhook;

import org.osgi.service.component.annotations.Component;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.config.SectionException;

/** Has {@code supervisorctl reread} refuse a section that cannot be used, with its line. */
@Component(property = {SectionCheck.SECTION + "=webhook", SectionCheck.SECTION + "=webhook:*"})
public final class WebhookCheck implements SectionCheck {
  @Override
  public void check(PluginSection section) throws SectionException {
    Settings.of(section);
  }
}
