package org.steward.web.metrics;

import java.time.Instant;
import java.util.Map;
import org.steward.api.control.Supervisor;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;
import org.steward.web.live.ProcFs;

/** Figures of the daemon as a process. */
final class DaemonFigures implements MetricsSource {
  private final Supervisor supervisor;
  private final ProcFs proc;

  DaemonFigures(Supervisor supervisor, ProcFs proc) {
    this.supervisor = supervisor;
    this.proc = proc;
  }

  @Override
  public void collect(MetricsSink sink) {
    Map<String, String> none = Map.of();
    sink.gauge(
        "steward_build_info",
        "Always 1; the labels tell of the daemon.",
        Map.of(
            "version", supervisor.version(),
            "identifier", supervisor.identifier(),
            "java", String.valueOf(Runtime.version())),
        1);
    sink.gauge(
        "steward_state",
        "What the daemon does: 1 is RUNNING, as in the XML-RPC interface.",
        none,
        supervisor.snapshot().state().code());
    kernel(sink, supervisor.pid());
  }

  private void kernel(MetricsSink sink, int pid) {
    Map<String, String> none = Map.of();
    proc.usage(pid)
        .ifPresent(
            usage -> {
              sink.counter(
                  "process_cpu_seconds", "Processor time of the daemon.", none, usage.cpuSeconds());
              sink.gauge(
                  "process_resident_memory_bytes",
                  "Memory the daemon holds.",
                  none,
                  usage.residentBytes());
              sink.gauge("process_threads", "Threads of the daemon.", none, usage.threads());
            });
    long descriptors = proc.openDescriptors(pid);
    if (descriptors >= 0) {
      sink.gauge("process_open_fds", "Open descriptors of the daemon.", none, descriptors);
    }
    ProcessHandle.current()
        .info()
        .startInstant()
        .map(Instant::getEpochSecond)
        .ifPresent(
            start ->
                sink.gauge(
                    "process_start_time_seconds",
                    "When the daemon started, in seconds of the epoch.",
                    none,
                    start));
  }
}
