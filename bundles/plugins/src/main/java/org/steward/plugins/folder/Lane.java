package org.steward.plugins.folder;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where one plugin's code runs when it is started and stopped: a thread that others wait for only
 * so long. A platform thread, as foreign code may spin.
 */
final class Lane {
  private final String name;
  private final Duration patience;
  private final Runnable whenLate;
  private final AtomicReference<@Nullable Task> current = new AtomicReference<>();

  private record Task(String what, long since) {}

  /**
   * A lane.
   *
   * @param patience how long a plugin may take before the others go on without it
   * @param whenLate told, on the lane, that what nobody waited for any more has come to its end
   */
  Lane(String name, Duration patience, Runnable whenLate) {
    this.name = name;
    this.patience = patience;
    this.whenLate = whenLate;
  }

  /**
   * Runs a task, and waits for it within bounds.
   *
   * @param what what is done, for {@link #trouble}
   */
  void run(String what, Runnable task) throws InterruptedException {
    Task entry = new Task(what, System.nanoTime());
    if (!current.compareAndSet(null, entry)) {
      throw new IllegalStateException("the plugin's lane is busy");
    }
    AtomicBoolean late = new AtomicBoolean();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("plugin-" + name)
            .start(
                () -> {
                  try {
                    task.run();
                  } finally {
                    current.set(null);
                    if (late.get()) {
                      whenLate.run();
                    }
                  }
                });
    late.set(!thread.join(patience));
  }

  /** Whether a task is still on its way; no other can be run. */
  boolean isBusy() {
    return current.get() != null;
  }

  /** What takes so long, null where nothing does. */
  @Nullable String trouble() {
    Task task = current.get();
    if (task == null) {
      return null;
    }
    Duration age = Duration.ofNanos(System.nanoTime() - task.since);
    return age.compareTo(patience) < 0
        ? null
        : task.what + " has not returned for " + age.toSeconds() + " s";
  }
}
