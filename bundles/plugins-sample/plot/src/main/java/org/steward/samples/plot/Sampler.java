package org.steward.samples.plot;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessSnapshot;

/** Looks at all processes at a tick. One thread at a time. */
final class Sampler {
  /** More lines than this nobody can tell apart: those that use the least are left out. */
  static final int MOST_LINES = 20;

  private final Supervisor supervisor;
  private final Use.Meter meter;
  private final History history;
  private Map<Integer, Duration> before = Map.of();
  private long beforeAt;

  Sampler(Supervisor supervisor, Use.Meter meter, History history) {
    this.supervisor = supervisor;
    this.meter = meter;
    this.history = history;
  }

  /**
   * @param now wall-clock second
   */
  void sample(long now) {
    Map<Integer, Duration> used = new HashMap<>();
    Map<String, Integer> states = new TreeMap<>();
    Map<String, Double> cpu = new HashMap<>();
    Map<String, Long> memory = new HashMap<>();
    for (ProcessSnapshot process : supervisor.snapshot().processes()) {
      states.merge(process.state().name(), 1, Integer::sum);
      String name = process.id().displayName();
      meter
          .of(process.pid())
          .ifPresent(
              use -> {
                used.put(process.pid(), use.cpu());
                cpu.put(name, percent(process.pid(), use.cpu(), now));
                memory.put(name, use.memory());
              });
    }
    before = used;
    beforeAt = now;
    history.add(new History.Sample(now, states, largest(cpu), largest(memory)));
  }

  private double percent(int pid, Duration cpu, long now) {
    Duration earlier = before.get(pid);
    if (earlier == null || now <= beforeAt) {
      return 0;
    }
    return Math.round(cpu.minus(earlier).toMillis() / (double) (now - beforeAt)) / 10.0;
  }

  private static <T extends Comparable<T>> Map<String, T> largest(Map<String, T> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.<String, T>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_LINES)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
