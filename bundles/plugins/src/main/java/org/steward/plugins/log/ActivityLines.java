package org.steward.plugins.log;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Severity;

/**
 * Lines on their way to the activity log, which comes after this bundle and goes for a moment when
 * the daemon restarts: lines wait for it, the oldest give way. Safe on any thread; never waits.
 */
public final class ActivityLines {
  private static final int MOST_KEPT = 500;

  private final Queue<Line> kept = new ArrayDeque<>();
  private @Nullable LogAccess log;

  private record Line(Severity severity, String text) {}

  /** Writes a line now or as soon as there is a log. */
  public synchronized void write(Severity severity, String text) {
    LogAccess present = log;
    if (present != null) {
      present.write(severity, text);
      return;
    }
    if (kept.size() == MOST_KEPT) {
      kept.remove();
    }
    kept.add(new Line(severity, text));
  }

  /** {@link Severity#INFO}. */
  public void info(String text) {
    write(Severity.INFO, text);
  }

  /** {@link Severity#WARN}. */
  public void warn(String text) {
    write(Severity.WARN, text);
  }

  /** The log came. */
  public synchronized void attach(LogAccess arrived) {
    log = arrived;
    for (Line line = kept.poll(); line != null; line = kept.poll()) {
      arrived.write(line.severity, line.text);
    }
  }

  /** The log went. */
  public synchronized void detach(LogAccess gone) {
    if (log == gone) {
      log = null;
    }
  }
}
