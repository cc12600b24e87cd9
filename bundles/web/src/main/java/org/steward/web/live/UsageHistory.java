package org.steward.web.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.steward.api.process.ProcessId;

/**
 * What the processes used over the last minutes, for who begins to look now. Safe on any thread.
 */
public final class UsageHistory {
  /** How many looks are kept. */
  static final int MOST = 30;

  /** How far apart they are at least, in milliseconds. */
  static final long STEP = 10_000;

  /** A timer that fires early, or a look that takes a while, are no reason to leave a look out. */
  private static final long SLACK = 1000;

  private final Deque<Long> times = new ArrayDeque<>();
  private final Map<ProcessId, Series> series = new HashMap<>();

  /** What one run of a process used, in arrays as there may be many: at a look's number. */
  private static final class Series {
    private final float[] cpu = new float[MOST];
    private final int[] memory = new int[MOST];
    private Reading last;
    private long count;

    Series(Reading first) {
      last = first;
    }

    void add(Reading reading) {
      int place = (int) (count++ % MOST);
      cpu[place] = (float) reading.cpuSince(last);
      memory[place] = (int) reading.memory();
      last = reading;
    }

    Use view() {
      List<Number> processor = new ArrayList<>();
      List<Number> resident = new ArrayList<>();
      for (long i = Math.max(0, count - MOST); i < count; i++) {
        int place = (int) (i % MOST);
        processor.add(Math.round(cpu[place] * 10) / 10.0);
        resident.add(memory[place]);
      }
      return new Use(processor, resident);
    }
  }

  /**
   * What one process used: at the last of the times, as many as there are here.
   *
   * @param cpu in percent of one processor, over the time since the look before
   * @param memory resident, in KiB
   */
  public record Use(List<Number> cpu, List<Number> memory) {}

  /**
   * The looks that are kept.
   *
   * @param times when, in milliseconds of the epoch, oldest first
   * @param processes what each used that runs and was looked at twice
   */
  public record View(List<Long> times, Map<ProcessId, Use> processes) {}

  /** Takes a look at all processes that run in, unless the last one taken in is too near. */
  synchronized void add(long at, Map<ProcessId, Reading> readings) {
    if (!times.isEmpty() && at >= times.getLast() && at - times.getLast() < STEP - SLACK) {
      return;
    }
    if (times.size() == MOST) {
      times.removeFirst();
    }
    times.addLast(at);
    series.keySet().retainAll(readings.keySet());
    readings.forEach(this::add);
  }

  private void add(ProcessId id, Reading reading) {
    Series known = series.get(id);
    if (known == null || known.last.pid() != reading.pid()) {
      series.put(id, new Series(reading));
    } else {
      known.add(reading);
    }
  }

  /** All of it. */
  public synchronized View view() {
    Map<ProcessId, Use> uses = new HashMap<>();
    series.forEach((id, each) -> uses.put(id, each.view()));
    return new View(List.copyOf(times), Collections.unmodifiableMap(uses));
  }
}
