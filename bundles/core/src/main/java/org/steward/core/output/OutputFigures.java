package org.steward.core.output;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

/** How many bytes each process wrote. Counted on the output loop, read by anyone. */
final class OutputFigures {
  private final Map<ProcessId, OfProcess> processes = new ConcurrentHashMap<>();

  /** The counts of one process, over all its runs. */
  static final class OfProcess {
    private final LongAdder stdout = new LongAdder();
    private final LongAdder stderr = new LongAdder();
    private volatile boolean inUse;

    LongAdder bytes(LogStream stream) {
      return stream == LogStream.STDOUT ? stdout : stderr;
    }

    /** Its run is over. */
    void release() {
      inUse = false;
    }
  }

  /** The counts of a process that a run of it begins to add to. */
  OfProcess use(ProcessId id) {
    OfProcess found = processes.computeIfAbsent(id, any -> new OfProcess());
    found.inUse = true;
    return found;
  }

  /**
   * Gives them away.
   *
   * @param present tells which processes there are; those gone for good are forgotten
   */
  MetricsSource source(Supplier<Set<ProcessId>> present) {
    return sink -> collect(present.get(), sink);
  }

  private void collect(Set<ProcessId> present, MetricsSink sink) {
    processes.entrySet().removeIf(entry -> isGone(entry.getValue(), entry.getKey(), present));
    processes.forEach(
        (id, counts) -> {
          for (LogStream stream : LogStream.values()) {
            tell(sink, id, stream, counts.bytes(stream).sum());
          }
        });
  }

  private static boolean isGone(OfProcess counts, ProcessId id, Set<ProcessId> present) {
    return !counts.inUse && !present.contains(id);
  }

  private static void tell(MetricsSink sink, ProcessId id, LogStream stream, long bytes) {
    sink.counter(
        "steward_process_output_bytes",
        "Bytes the process wrote to the stream since the daemon began.",
        Map.of("group", id.group(), "name", id.name(), "stream", stream.label()),
        bytes);
  }
}
