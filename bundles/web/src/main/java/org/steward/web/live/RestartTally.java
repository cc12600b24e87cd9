package org.steward.web.live;

import java.util.HashMap;
import java.util.Map;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;

/**
 * How often each process was started again, without being asked for, in the last hour: by the
 * minute, so that one that does nothing else takes no more memory than another. Safe on any thread.
 */
final class RestartTally {
  private static final int MINUTES = 60;

  private final Map<ProcessId, Long> seen = new HashMap<>();
  private final Map<ProcessId, Hour> hours = new HashMap<>();

  /** The minutes of an hour, one place for each, used again an hour later. */
  private static final class Hour {
    private final long[] minutes = new long[MINUTES];
    private final long[] counts = new long[MINUTES];

    void add(long minute, long count) {
      int place = (int) (minute % MINUTES);
      if (minutes[place] != minute) {
        minutes[place] = minute;
        counts[place] = 0;
      }
      counts[place] += count;
    }

    int since(long minute) {
      long sum = 0;
      for (int i = 0; i < MINUTES; i++) {
        sum += minutes[i] > minute ? counts[i] : 0;
      }
      return (int) Math.min(sum, Integer.MAX_VALUE);
    }
  }

  /** What was so before anybody counted: when was known of the last start only. */
  synchronized void begin(Iterable<ProcessSnapshot> processes) {
    for (ProcessSnapshot process : processes) {
      seen.put(process.id(), process.restarts());
      if (process.restarts() > 0) {
        add(process.id(), process.startedAt() * 1000, 1);
      }
    }
  }

  private void add(ProcessId id, long millis, long count) {
    hours.computeIfAbsent(id, first -> new Hour()).add(minute(millis), count);
  }

  /** A process was started. */
  synchronized void started(ProcessSnapshot process, long millis) {
    Long before = seen.put(process.id(), process.restarts());
    long added = process.restarts() - (before == null ? 0 : before);
    if (added > 0) {
      add(process.id(), millis, added);
    }
  }

  /** A group is gone. */
  synchronized void removed(String group) {
    seen.keySet().removeIf(id -> id.group().equals(group));
    hours.keySet().removeIf(id -> id.group().equals(group));
  }

  synchronized int inTheLastHour(ProcessId id, long millis) {
    Hour hour = hours.get(id);
    return hour == null ? 0 : hour.since(minute(millis) - MINUTES);
  }

  private static long minute(long millis) {
    return millis / 60_000;
  }
}
