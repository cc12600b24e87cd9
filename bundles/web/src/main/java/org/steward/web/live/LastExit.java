package org.steward.web.live;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SignalNames;

/** How a process's last run ended, in words for people. */
public final class LastExit {
  private LastExit() {}

  /** The words; null for a process that is up, or never was. */
  public static @Nullable String of(ProcessSnapshot process) {
    boolean troubled =
        process.state() == ProcessState.FATAL || process.state() == ProcessState.BACKOFF;
    if (troubled && !process.spawnError().isEmpty()) {
      return process.spawnError();
    }
    if (process.stoppedAt() == 0 || process.state().isSignallable()) {
      return null;
    }
    return process.exitSignal() != 0
        ? "ended by " + SignalNames.name(process.exitSignal())
        : "exit status " + process.exitStatus();
  }
}
