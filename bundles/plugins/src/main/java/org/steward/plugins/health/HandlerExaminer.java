package org.steward.plugins.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.steward.api.event.HandlerReports;
import org.steward.api.event.HandlerReports.Report;
import org.steward.api.plugin.PluginState;

/** Finds event handlers that do not return, or throw. */
final class HandlerExaminer implements Examiner {
  /** From when on a handler that has not returned is said to be stuck. */
  private static final Duration STUCK = Duration.ofSeconds(5);

  private final Supplier<@Nullable HandlerReports> handlers;

  HandlerExaminer(Supplier<@Nullable HandlerReports> handlers) {
    this.handlers = handlers;
  }

  @Override
  public List<Symptom> examine(Bundle bundle) {
    HandlerReports present = handlers.get();
    if (present == null) {
      return List.of();
    }
    List<Symptom> symptoms = new ArrayList<>();
    for (Report report : present.reports()) {
      if (report.bundle() == bundle.getBundleId()) {
        examine(report, symptoms);
      }
    }
    return symptoms;
  }

  private static void examine(Report report, List<Symptom> symptoms) {
    String handler = "event handler " + report.handler();
    if (report.busy().compareTo(STUCK) > 0) {
      symptoms.add(degraded(handler + " has not returned for " + report.busy().toSeconds() + " s"));
    }
    if (report.dropped() > 0) {
      symptoms.add(degraded(handler + " did not keep up and missed " + report.dropped()));
    }
    if (report.failed() > 0) {
      symptoms.add(
          degraded(
              handler
                  + " failed "
                  + report.failed()
                  + " times, last with "
                  + report.lastFailure()));
    }
  }

  private static Symptom degraded(String reason) {
    return new Symptom(PluginState.DEGRADED, reason);
  }
}
