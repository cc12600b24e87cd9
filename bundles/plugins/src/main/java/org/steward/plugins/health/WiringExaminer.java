package org.steward.plugins.health;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.steward.api.plugin.PluginState;

/** Finds what a bundle needs and nobody offers, in fewer words than the framework's resolver. */
final class WiringExaminer implements Examiner {
  private final FrameworkWiring framework;

  WiringExaminer(FrameworkWiring framework) {
    this.framework = framework;
  }

  @Override
  public List<Symptom> examine(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (bundle.getState() != Bundle.INSTALLED || revision == null) {
      return List.of();
    }
    List<Symptom> missing = new ArrayList<>();
    for (Requirement requirement : revision.getRequirements(null)) {
      if (isNeededNow(requirement) && framework.findProviders(requirement).isEmpty()) {
        missing.add(new Symptom(PluginState.WAITING, "missing: " + words(requirement)));
      }
    }
    if (missing.isEmpty()) {
      return List.of(new Symptom(PluginState.WAITING, "it is not resolved"));
    }
    return missing;
  }

  private static boolean isNeededNow(Requirement requirement) {
    String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
    return (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE))
        && !Namespace.RESOLUTION_OPTIONAL.equals(
            requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
        && !requirement.getNamespace().equals(Constants.FRAGMENT_HOST);
  }

  private static String words(Requirement requirement) {
    String filter =
        requirement
            .getDirectives()
            .getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "")
            .replace(PackageNamespace.PACKAGE_NAMESPACE, "package");
    return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
        ? filter
        : requirement.getNamespace() + " " + filter;
  }
}
