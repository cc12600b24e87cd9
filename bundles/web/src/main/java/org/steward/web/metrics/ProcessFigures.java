package org.steward.web.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.steward.api.control.Supervisor;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.web.live.ProcFs;

/** Figures of the supervised processes, from the published snapshot and the kernel. */
final class ProcessFigures implements MetricsSource {
  /** Of so many processes the kernel is asked, so that a scrape ends. */
  private static final int MOST_ASKED = 5000;

  private final Supervisor supervisor;
  private final ProcFs proc;
  private final InstantSource clock;

  ProcessFigures(Supervisor supervisor, ProcFs proc, InstantSource clock) {
    this.supervisor = supervisor;
    this.proc = proc;
    this.clock = clock;
  }

  @Override
  public void collect(MetricsSink sink) {
    long now = clock.instant().getEpochSecond();
    int asked = 0;
    for (ProcessSnapshot process : supervisor.snapshot().processes()) {
      Map<String, String> labels =
          Map.of("group", process.id().group(), "name", process.id().name());
      state(sink, process, labels, now);
      logs(sink, process);
      if (process.pid() > 0 && asked++ < MOST_ASKED) {
        kernel(sink, process.pid(), labels);
      }
    }
  }

  private static void state(
      MetricsSink sink, ProcessSnapshot process, Map<String, String> labels, long now) {
    boolean up = process.state() == ProcessState.RUNNING;
    sink.gauge("steward_process_up", "Whether the process is RUNNING.", labels, up ? 1 : 0);
    sink.gauge(
        "steward_process_state",
        "The state the process is in: 20 is RUNNING, as in the XML-RPC interface.",
        labels,
        process.state().code());
    sink.counter(
        "steward_process_restarts",
        "How often the process was started again without being asked for.",
        labels,
        process.restarts());
    sink.gauge(
        "steward_process_last_exit_status",
        "Exit status of the last run, -1 where a signal ended it.",
        labels,
        process.exitStatus());
    sink.gauge(
        "steward_process_uptime_seconds",
        "How long the process is up.",
        labels,
        process.pid() > 0 ? Math.max(0, now - process.startedAt()) : 0);
  }

  private void kernel(MetricsSink sink, int pid, Map<String, String> labels) {
    proc.usage(pid)
        .ifPresent(
            usage -> {
              sink.counter(
                  "steward_process_cpu_seconds",
                  "Processor time of the process.",
                  labels,
                  usage.cpuSeconds());
              sink.gauge(
                  "steward_process_resident_memory_bytes",
                  "Memory the process holds.",
                  labels,
                  usage.residentBytes());
              sink.gauge(
                  "steward_process_threads", "Threads of the process.", labels, usage.threads());
            });
    long descriptors = proc.openDescriptors(pid);
    if (descriptors >= 0) {
      sink.gauge(
          "steward_process_open_fds", "Open descriptors of the process.", labels, descriptors);
    }
  }

  private static void logs(MetricsSink sink, ProcessSnapshot process) {
    for (LogStream stream : LogStream.values()) {
      String log = process.log(stream);
      if (!log.isEmpty()) {
        size(sink, process, stream, Path.of(log));
      }
    }
  }

  private static void size(MetricsSink sink, ProcessSnapshot process, LogStream stream, Path log) {
    try {
      if (!Files.isRegularFile(log)) {
        return; // a terminal or a pipe has no size
      }
      sink.gauge(
          "steward_process_log_bytes",
          "Size of the log file of a stream of the process, without its backups.",
          Map.of(
              "group", process.id().group(),
              "name", process.id().name(),
              "stream", stream.label()),
          Files.size(log));
    } catch (IOException gone) {
      return; // rotated or removed at this moment: the next scrape has it
    }
  }
}
