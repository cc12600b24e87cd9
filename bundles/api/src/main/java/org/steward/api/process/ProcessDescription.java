package org.steward.api.process;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The sentence clients show beside a process's state: {@code description} of {@code
 * getProcessInfo}, and so of {@code supervisorctl status} and the web page.
 */
public final class ProcessDescription {
  private static final DateTimeFormatter STOPPED_AT =
      DateTimeFormatter.ofPattern("MMM dd hh:mm a", Locale.ENGLISH);
  private static final long DAY = 86_400;

  private ProcessDescription() {}

  /**
   * Describes a process.
   *
   * @param process the process
   * @param now wall-clock second the uptime counts to
   * @param zone time zone the moment of a stop is told in
   */
  public static String of(ProcessSnapshot process, long now, ZoneId zone) {
    return switch (process.state()) {
      case RUNNING -> "pid " + process.pid() + ", uptime " + uptime(now - process.startedAt());
      case FATAL, BACKOFF ->
          process.spawnError().isEmpty()
              ? "unknown error (try \"tail " + process.id().name() + "\")"
              : process.spawnError();
      case STOPPED, EXITED ->
          process.startedAt() == 0
              ? "Not started"
              : STOPPED_AT.format(Instant.ofEpochSecond(process.stoppedAt()).atZone(zone));
      case STARTING, STOPPING, UNKNOWN -> "";
    };
  }

  /** {@code H:MM:SS} behind the days there were; nothing negative where the clock was set back. */
  private static String uptime(long seconds) {
    long up = Math.max(0, seconds);
    long days = up / DAY;
    String clock =
        String.format(Locale.ROOT, "%d:%02d:%02d", up % DAY / 3600, up % 3600 / 60, up % 60);
    return days == 0 ? clock : days + (days == 1 ? " day, " : " days, ") + clock;
  }
}
