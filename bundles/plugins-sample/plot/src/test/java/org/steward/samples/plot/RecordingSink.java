package org.steward.samples.plot;

import java.util.Map;
import org.steward.api.metrics.MetricsSink;

/** Notes the figures by name. */
record RecordingSink(Map<String, Double> figures) implements MetricsSink {
  @Override
  public void gauge(String name, String help, Map<String, String> labels, double value) {
    figures.put(name, value);
  }

  @Override
  public void counter(String name, String help, Map<String, String> labels, double value) {
    figures.put(name, value);
  }
}
