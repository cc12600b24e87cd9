package org.steward.web.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.web.stream.Source;

/**
 * Looks every few seconds at what the processes use, but only while somebody watches. A virtual
 * thread does it, which ends with the last watcher. Safe on any thread.
 */
public final class UsageSampler {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

  /** With more processes than this, looking twice as seldom is what keeps the cost in bounds. */
  private static final int MANY = 300;

  private final Supervisor supervisor;
  private final ProcFs proc;
  private final InstantSource clock;
  private final Watchers watchers = new Watchers();
  private final Object lock = new Object();
  private @Nullable Thread thread;
  private Map<ProcessId, Seen> seen = Map.of();
  private volatile Sample latest = new Sample(0, 0, Map.of(), Map.of());

  /** What was seen of a process the last time. */
  private record Seen(int pid, double cpuSeconds, long at) {}

  /**
   * What one process uses.
   *
   * @param cpu in percent of one processor, over the time since the sample before
   * @param memory resident, in KiB
   */
  public record Use(double cpu, long memory) {}

  /**
   * One look at all processes.
   *
   * @param number counts the looks; 0 before the first
   * @param at when, in milliseconds of the epoch
   * @param all every process that runs
   * @param changed those of them that differ from the sample before
   */
  public record Sample(
      long number, long at, Map<ProcessId, Use> all, Map<ProcessId, Use> changed) {}

  /**
   * @param clock tells the time of day
   */
  public UsageSampler(Supervisor supervisor, ProcFs proc, InstantSource clock) {
    this.supervisor = supervisor;
    this.proc = proc;
    this.clock = clock;
  }

  /** The last look. */
  public Sample latest() {
    return latest;
  }

  /** Watches: a callback is run after each look. */
  public Source.Subscription watch(Runnable wake) {
    Source.Subscription subscription = watchers.add(wake);
    synchronized (lock) {
      if (thread == null) {
        thread = Thread.ofVirtual().name("web-usage").start(this::work);
      }
    }
    return subscription;
  }

  private void work() {
    while (goesOn()) {
      sample();
      try {
        Thread.sleep(seen.size() > MANY ? LONG_PAUSE : PAUSE);
      } catch (InterruptedException e) {
        return; // nobody interrupts it
      }
    }
  }

  private boolean goesOn() {
    synchronized (lock) {
      if (watchers.isEmpty()) {
        thread = null;
        seen = Map.of();
        return false;
      }
      return true;
    }
  }

  /** Looks once and wakes the watchers. One thread at a time. */
  void sample() {
    long now = clock.millis();
    Map<ProcessId, Seen> next = new HashMap<>();
    Map<ProcessId, Use> all = new HashMap<>();
    for (ProcessSnapshot process : supervisor.snapshot().processes()) {
      if (process.pid() > 0) {
        proc.usage(process.pid())
            .ifPresent(
                usage -> {
                  Seen present = new Seen(process.pid(), usage.cpuSeconds(), now);
                  all.put(process.id(), use(seen.get(process.id()), present, usage));
                  next.put(process.id(), present);
                });
      }
    }
    Map<ProcessId, Use> changed = new HashMap<>(all);
    latest.all().forEach(changed::remove);
    seen = next;
    latest = new Sample(latest.number() + 1, now, Map.copyOf(all), Map.copyOf(changed));
    watchers.wakeAll();
  }

  private static Use use(@Nullable Seen before, Seen present, ProcFs.Usage usage) {
    double cpu = 0;
    if (before != null && before.pid() == present.pid() && present.at() > before.at()) {
      double used = present.cpuSeconds() - before.cpuSeconds();
      double percent = used * 100_000 / (present.at() - before.at());
      cpu = Math.round(Math.max(0, percent) * 10) / 10.0;
    }
    return new Use(cpu, usage.residentBytes() / 1024);
  }
}
