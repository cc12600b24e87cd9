package org.steward.plugins;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.steward.api.control.Supervisor;
import org.steward.plugins.log.ActivityLines;

/** The way to the activity log for the components of this bundle. */
@Component(service = ActivityLinesComponent.class)
public final class ActivityLinesComponent {
  private final ActivityLines lines = new ActivityLines();

  /** The lines, which wait while there is no log. */
  ActivityLines lines() {
    return lines;
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindSupervisor(Supervisor supervisor) {
    lines.attach(supervisor.logs());
  }

  void unbindSupervisor(Supervisor supervisor) {
    lines.detach(supervisor.logs());
  }
}
