package org.steward.web.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.steward.api.metrics.MetricsSink;

/** Collects figures by name. What does not fit together is refused where it is handed over. */
final class Families implements MetricsSink {
  private final Map<String, Family> families = new LinkedHashMap<>();

  /** All figures of one name. */
  private record Family(boolean counts, String help, Map<Labels, Double> points) {
    MetricSnapshot snapshot(String name) {
      return counts ? counter(name) : gauge(name);
    }

    private MetricSnapshot counter(String name) {
      CounterSnapshot.Builder builder = CounterSnapshot.builder().name(name).help(help);
      points.forEach(
          (labels, value) ->
              builder.dataPoint(
                  CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
      return builder.build();
    }

    private MetricSnapshot gauge(String name) {
      GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
      points.forEach(
          (labels, value) ->
              builder.dataPoint(
                  GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
      return builder.build();
    }
  }

  @Override
  public void gauge(String name, String help, Map<String, String> labels, double value) {
    add(name, false, help, labels, value);
  }

  @Override
  public void counter(String name, String help, Map<String, String> labels, double value) {
    add(name, true, help, labels, value);
  }

  private void add(
      String name, boolean counts, String help, Map<String, String> labels, double value) {
    Labels key = Labels.of(labels.keySet().stream().sorted().toList(), sortedValues(labels));
    Family family =
        families.computeIfAbsent(name, first -> new Family(counts, help, new LinkedHashMap<>()));
    if (family.counts() != counts) {
      throw new IllegalArgumentException(name + ": expected the same kind of figure each time");
    }
    if (counts && !(value >= 0)) {
      throw new IllegalArgumentException(name + " " + value + ": expected 0 or more");
    }
    family.points().put(key, value);
  }

  private static java.util.List<String> sortedValues(Map<String, String> labels) {
    return labels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * Takes over what another collected, unless that clashes with what is here.
   *
   * @throws IllegalArgumentException if it does, or has names that are none
   */
  void addAll(Families others) {
    others.snapshots(); // checks the names
    Set<String> shared = new LinkedHashSet<>(others.families.keySet());
    shared.retainAll(families.keySet());
    if (!shared.isEmpty()) {
      throw new IllegalArgumentException("the names are taken: " + shared);
    }
    families.putAll(others.families);
  }

  /** All figures, to be written. */
  MetricSnapshots snapshots() {
    MetricSnapshots.Builder builder = MetricSnapshots.builder();
    families.forEach((name, family) -> builder.metricSnapshot(family.snapshot(name)));
    return builder.build();
  }
}
