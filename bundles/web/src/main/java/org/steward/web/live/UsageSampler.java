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
 * Looks every few seconds at what the processes use while somebody watches, and now and then from
 * the first watcher on, so that who comes back finds the minutes before. Where nobody ever watches
 * nothing is done. A virtual thread does it. Safe on any thread.
 */
public final class UsageSampler implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

  /** With more processes than this, looking twice as seldom is what keeps the cost in bounds. */
  private static final int MANY = 300;

  /** Unwatched, so much pause for each process: a look at one takes a thousandth of it. */
  private static final Duration UNWATCHED_FOR_EACH = Duration.ofMillis(50);

  private final Supervisor supervisor;
  private final ProcFs proc;
  private final InstantSource clock;
  private final Watchers watchers = new Watchers();
  private final UsageHistory history = new UsageHistory();
  private final Object lock = new Object();
  private @Nullable Thread thread;
  private boolean closed;
  private Map<ProcessId, Reading> seen = Map.of();
  private volatile Sample latest = new Sample(0, 0, Map.of(), Map.of());

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

  /** The looks of the last minutes. */
  public UsageHistory.View history() {
    return history.view();
  }

  /** Watches: a callback is run after each look. */
  public Source.Subscription watch(Runnable wake) {
    Source.Subscription subscription = watchers.add(wake);
    synchronized (lock) {
      if (thread == null && !closed) {
        thread = Thread.ofVirtual().name("web-usage").start(this::work);
      }
      lock.notifyAll(); // the pause is another one now
    }
    return subscription;
  }

  /** Ends it for good, and waits for the look under way. */
  @Override
  public void close() {
    Thread working;
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
      working = thread;
    }
    try {
      if (working != null) {
        working.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      do {
        sample();
      } while (awaitNext());
    } catch (InterruptedException e) {
      return; // nobody interrupts it
    }
  }

  /** Waits until it is time to look again; false where it never will be. */
  private boolean awaitNext() throws InterruptedException {
    long looked = System.nanoTime();
    synchronized (lock) {
      while (!closed) {
        long left = pause().toNanos() - (System.nanoTime() - looked);
        if (left <= 0) {
          return true;
        }
        lock.wait(Duration.ofNanos(left).toMillis() + 1);
      }
      return false;
    }
  }

  private Duration pause() {
    int processes = latest.all().size();
    if (!watchers.isEmpty()) {
      return processes > MANY ? LONG_PAUSE : PAUSE;
    }
    Duration byNumber = UNWATCHED_FOR_EACH.multipliedBy(processes);
    return byNumber.toMillis() > UsageHistory.STEP
        ? byNumber
        : Duration.ofMillis(UsageHistory.STEP);
  }

  /** Looks once and wakes the watchers. One thread at a time. */
  void sample() {
    long now = clock.millis();
    Map<ProcessId, Reading> next = new HashMap<>();
    Map<ProcessId, Use> all = new HashMap<>();
    for (ProcessSnapshot process : supervisor.snapshot().processes()) {
      if (process.pid() > 0) {
        proc.usage(process.pid())
            .ifPresent(
                usage -> {
                  Reading reading =
                      new Reading(
                          process.pid(), now, usage.cpuSeconds(), usage.residentBytes() / 1024);
                  next.put(process.id(), reading);
                  double cpu = reading.cpuSince(seen.get(process.id()));
                  all.put(process.id(), new Use(cpu, reading.memory()));
                });
      }
    }
    Map<ProcessId, Use> changed = new HashMap<>(all);
    latest.all().forEach(changed::remove);
    seen = next;
    history.add(now, next);
    latest = new Sample(latest.number() + 1, now, Map.copyOf(all), Map.copyOf(changed));
    watchers.wakeAll();
  }
}
