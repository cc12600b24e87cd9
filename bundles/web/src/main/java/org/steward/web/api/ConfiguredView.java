package org.steward.web.api;

import java.util.Map;
import org.steward.api.control.ProcessSettings;
import org.steward.core.spi.security.Secrets;

@Doc("What one process would run with by the configuration files as last read.")
record ConfiguredView(
    @Doc("Group and name with a colon in between.") String id,
    @Doc("The options by their names in the configuration file, with their effective values.")
        Map<String, String> values,
    @Doc("The variables added to the daemon's own; what looks like a secret is masked.")
        Map<String, String> environment,
    @Doc("Where options are set, as file:line; what is not among them has its default.")
        Map<String, String> origins) {

  static ConfiguredView of(ProcessSettings settings) {
    return new ConfiguredView(
        settings.id().qualifiedName(),
        settings.values(),
        Secrets.masked(settings.environment()),
        settings.origins());
  }
}
