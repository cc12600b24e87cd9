package org.steward.web.metrics;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;

/** Figures of the JVM, from its own accounts; no server of JMX is begun for them. */
final class JvmFigures implements MetricsSource {
  private static final double MILLIS = 1e3;

  @Override
  public void collect(MetricsSink sink) {
    Map<String, String> none = Map.of();
    Runtime runtime = Runtime.getRuntime();
    sink.gauge(
        "jvm_heap_used_bytes", "Heap in use.", none, runtime.totalMemory() - runtime.freeMemory());
    sink.gauge("jvm_heap_committed_bytes", "Heap at hand.", none, runtime.totalMemory());
    sink.gauge("jvm_heap_max_bytes", "Largest heap.", none, runtime.maxMemory());
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      Map<String, String> labels = Map.of("gc", collector.getName());
      sink.counter(
          "jvm_gc_collections",
          "Garbage collections.",
          labels,
          Math.max(0, collector.getCollectionCount()));
      sink.counter(
          "jvm_gc_seconds",
          "Time spent collecting garbage.",
          labels,
          Math.max(0, collector.getCollectionTime()) / MILLIS);
    }
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    sink.gauge("jvm_classes_loaded", "Classes loaded now.", none, classes.getLoadedClassCount());
    sink.counter(
        "jvm_classes_unloaded", "Classes unloaded.", none, classes.getUnloadedClassCount());
    sink.gauge(
        "jvm_threads",
        "Threads of the JVM, virtual ones left out.",
        none,
        ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
