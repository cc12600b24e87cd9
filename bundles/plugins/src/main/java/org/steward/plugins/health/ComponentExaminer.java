package org.steward.plugins.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.steward.api.plugin.PluginState;

/** Finds components that cannot be activated, as the component runtime tells. */
final class ComponentExaminer implements Examiner {
  private static final String PID_PREFIX = "steward.";

  private final ServiceComponentRuntime runtime;

  ComponentExaminer(ServiceComponentRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public List<Symptom> examine(Bundle bundle) {
    List<Symptom> symptoms = new ArrayList<>();
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
      Collection<ComponentConfigurationDTO> configured =
          runtime.getComponentConfigurationDTOs(component);
      if (configured.isEmpty() && "require".equals(component.configurationPolicy)) {
        symptoms.add(waitsForConfiguration(component));
      }
      for (ComponentConfigurationDTO each : configured) {
        examine(component, each, symptoms);
      }
    }
    return symptoms;
  }

  private static void examine(
      ComponentDescriptionDTO component,
      ComponentConfigurationDTO configured,
      List<Symptom> symptoms) {
    switch (configured.state) {
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
          symptoms.add(waitsForConfiguration(component));
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
        for (UnsatisfiedReferenceDTO reference : configured.unsatisfiedReferences) {
          symptoms.add(waitsForService(component, reference));
        }
      }
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          symptoms.add(
              new Symptom(
                  PluginState.FAILED,
                  "component " + component.name + " failed: " + cause(configured.failure)));
      default -> {
        // Satisfied, or active.
      }
    }
  }

  private static Symptom waitsForConfiguration(ComponentDescriptionDTO component) {
    List<String> sections =
        Arrays.stream(component.configurationPid).map(ComponentExaminer::section).toList();
    return new Symptom(
        PluginState.WAITING,
        "component "
            + component.name
            + " waits for its configuration, "
            + String.join(" or ", sections));
  }

  /** The section that is delivered under a PID: the other way round than the delivery. */
  private static String section(String pid) {
    return pid.startsWith(PID_PREFIX)
        ? "[" + pid.substring(PID_PREFIX.length()).replaceFirst("\\.", ":") + "]"
        : pid;
  }

  private static Symptom waitsForService(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    String wanted = unsatisfied.name;
    for (ReferenceDTO reference : component.references) {
      if (reference.name.equals(unsatisfied.name)) {
        wanted = reference.interfaceName;
      }
    }
    String target = unsatisfied.target == null ? "" : " with " + unsatisfied.target;
    return new Symptom(
        PluginState.WAITING,
        "component " + component.name + " waits for a service " + wanted + target);
  }

  /** The root cause in a stack trace: its last "Caused by", or its first line. */
  private static String cause(String trace) {
    String cause = "";
    for (String line : String.valueOf(trace).lines().toList()) {
      if (cause.isEmpty()) {
        cause = line;
      } else if (line.startsWith("Caused by: ")) {
        cause = line.substring("Caused by: ".length());
      }
    }
    return cause;
  }
}
