package __package__;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.config.SectionException;

/**
 * What the section {@code [__name__]} of supervisord.conf says.
 *
 * @param ignore programs that are not counted
 * @param most where counts stop
 */
record Settings(List<String> ignore, int most) {
  static final Settings DEFAULTS = new Settings(List.of(), Integer.MAX_VALUE);

  static Settings of(PluginSection section) throws SectionException {
    section.allowOnly("ignore", "most");
    return new Settings(
        section.list("ignore"), section.integer("most", DEFAULTS.most, 1, Integer.MAX_VALUE));
  }

  /** The properties of a component are those of the section, where there is one. */
  static Settings of(Map<String, Object> properties) throws SectionException {
    return properties.containsKey(PluginSection.NAME)
        ? of(PluginSection.of(properties))
        : DEFAULTS;
  }

  /** Has {@code supervisorctl reread} refuse a mistake with its file and line. */
  @Component(property = SectionCheck.SECTION + "=__name__")
  public static final class Check implements SectionCheck {
    @Override
    public void check(PluginSection section) throws SectionException {
      of(section);
    }
  }
}
