package org.steward.api.metrics;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes figures, as Prometheus knows them: a name in snake case with its base unit at its end, a
 * sentence of help, labels, a value. Not to be used after {@link MetricsSource#collect} returned.
 */
@ProviderType
public interface MetricsSink {
  /** A figure that goes up and down. */
  void gauge(String name, String help, Map<String, String> labels, double value);

  /**
   * A figure that only ever grows.
   *
   * @param name without {@code _total}, which is added
   */
  void counter(String name, String help, Map<String, String> labels, double value);
}
