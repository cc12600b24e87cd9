package org.steward.plugins;

import java.util.List;
import java.util.Map;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.config.SectionException;
import org.steward.core.spi.SectionReceiver;
import org.steward.plugins.settings.Settings;

/** Takes the plugins' sections from core to Configuration Admin, past the plugins' checks. */
@Component(service = {SectionReceiver.class, SettingsComponent.class})
public final class SettingsComponent implements SectionReceiver {
  private final Settings settings;

  /** Called by Declarative Services. */
  @Activate
  public SettingsComponent(
      @Reference ConfigurationAdmin admin, @Reference ActivityLinesComponent lines) {
    settings = new Settings(admin, lines.lines());
  }

  Settings settings() {
    return settings;
  }

  @Override
  public List<SectionException> check(List<PluginSection> sections) {
    return settings.check(sections);
  }

  @Override
  public void accept(List<PluginSection> sections) {
    settings.accept(sections);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(" + SectionCheck.SECTION + "=*)")
  void addCheck(SectionCheck check, Map<String, ?> properties) {
    settings.add(
        check,
        new Settings.Asked(
            ServiceProperties.bundle(properties),
            ServiceProperties.strings(properties, SectionCheck.SECTION)));
  }

  void removeCheck(SectionCheck check) {
    settings.remove(check);
  }
}
