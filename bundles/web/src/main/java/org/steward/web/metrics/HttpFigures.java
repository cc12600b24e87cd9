package org.steward.web.metrics;

import java.util.Map;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;
import org.steward.web.http.Traffic;

/** How many requests were answered, and how. */
record HttpFigures(Traffic traffic) implements MetricsSource {
  @Override
  public void collect(MetricsSink sink) {
    for (int statusClass = 1; statusClass <= 5; statusClass++) {
      sink.counter(
          "steward_http_requests",
          "Requests answered, by the class of their status.",
          Map.of("status", statusClass + "xx"),
          traffic.answered(statusClass));
    }
    sink.gauge(
        "steward_http_requests_pending",
        "Requests being answered, those that never end included.",
        Map.of(),
        traffic.pending());
  }
}
