package org.steward.api.metrics;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds figures to {@code /metrics}, by being registered as a service.
 *
 * <p>Asked on each request, on the thread that answers it and concurrently for concurrent requests,
 * so it should only hand over what it has. What it throws is logged, and costs the answer its
 * figures only.
 */
@ConsumerType
@FunctionalInterface
public interface MetricsSource {
  /** Hands the figures over. */
  void collect(MetricsSink sink);
}
