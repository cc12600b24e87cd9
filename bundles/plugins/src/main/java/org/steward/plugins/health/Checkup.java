package org.steward.plugins.health;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.steward.api.event.HandlerReports;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.PluginState;
import org.steward.api.rpc.RejectedNamespaces;
import org.steward.plugins.ctl.CtlCommands;

/** Tells how a bundle fares, by asking everyone who may know. Any thread. */
public final class Checkup {
  /** The worst first: what a plugin with several symptoms is called. */
  private static final List<PluginState> SEVERITY =
      List.of(PluginState.FAILED, PluginState.WAITING, PluginState.STOPPED, PluginState.DEGRADED);

  private final List<Examiner> examiners;

  /**
   * @param commands knows the commands that cannot be used
   * @param namespaces knows the namespaces that are not served, null while the rpc bundle is away
   * @param handlers knows how event handlers fare, null while their bundle is away
   */
  public Checkup(
      FrameworkWiring framework,
      ServiceComponentRuntime components,
      CtlCommands commands,
      Supplier<@Nullable RejectedNamespaces> namespaces,
      Supplier<@Nullable HandlerReports> handlers) {
    examiners =
        List.of(
            new WiringExaminer(framework),
            new ComponentExaminer(components),
            new NamespaceExaminer(namespaces),
            new CommandExaminer(commands),
            new HandlerExaminer(handlers));
  }

  /**
   * How a bundle fares.
   *
   * @param known what is known to have failed with it already
   * @param file the jar it came from, or empty
   */
  public PluginInfo examine(Bundle bundle, List<String> known, String file) {
    List<Symptom> symptoms = new ArrayList<>();
    for (Examiner examiner : examiners) {
      symptoms.addAll(examiner.examine(bundle));
    }
    if (symptoms.isEmpty() || bundle.getState() == Bundle.ACTIVE) {
      // What the examiners say of a bundle that is not resolved says it better than the resolver.
      PluginState state =
          bundle.getState() == Bundle.ACTIVE ? PluginState.DEGRADED : PluginState.FAILED;
      known.forEach(reason -> symptoms.add(new Symptom(state, reason)));
    }
    if (symptoms.isEmpty() && !isUp(bundle)) {
      symptoms.add(new Symptom(PluginState.STOPPED, "it was stopped"));
    }
    return new PluginInfo(
        String.valueOf(bundle.getSymbolicName()),
        bundle.getVersion().toString(),
        worst(symptoms),
        symptoms.stream().map(Symptom::reason).toList(),
        file);
  }

  private static boolean isUp(Bundle bundle) {
    boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    int up = Bundle.ACTIVE | Bundle.STARTING | (fragment ? Bundle.RESOLVED : 0);
    return (bundle.getState() & up) != 0;
  }

  private static PluginState worst(List<Symptom> symptoms) {
    for (PluginState state : SEVERITY) {
      if (symptoms.stream().anyMatch(symptom -> symptom.state() == state)) {
        return state;
      }
    }
    return PluginState.ACTIVE;
  }
}
