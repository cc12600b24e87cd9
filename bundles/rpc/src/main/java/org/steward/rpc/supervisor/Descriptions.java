package org.steward.rpc.supervisor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.steward.api.process.ProcessSnapshot;

/** The description of a process in words, as {@code supervisorctl status} shows it. */
final class Descriptions {
  private static final DateTimeFormatter END =
      DateTimeFormatter.ofPattern("MMM dd hh:mm a", Locale.ENGLISH);
  private static final long DAY = 86_400;

  private Descriptions() {}

  static String of(ProcessSnapshot process, long now, ZoneId zone) {
    return switch (process.state()) {
      case RUNNING ->
          "pid " + process.pid() + ", uptime " + duration(Math.max(0, now - process.startedAt()));
      case FATAL, BACKOFF ->
          process.spawnError().isEmpty()
              ? "unknown error (try \"tail " + process.id().name() + "\")"
              : process.spawnError();
      case STOPPED, EXITED ->
          process.startedAt() == 0
              ? "Not started"
              : END.format(Instant.ofEpochSecond(process.stoppedAt()).atZone(zone));
      case STARTING, STOPPING, UNKNOWN -> "";
    };
  }

  /** Hours without a leading zero, after the days where there are any. */
  private static String duration(long seconds) {
    long days = seconds / DAY;
    long rest = seconds % DAY;
    StringBuilder text = new StringBuilder(24);
    if (days > 0) {
      text.append(days).append(days == 1 ? " day, " : " days, ");
    }
    text.append(rest / 3600);
    return twoDigits(twoDigits(text, rest / 60 % 60), rest % 60).toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, long number) {
    return text.append(number < 10 ? ":0" : ":").append(number);
  }
}
