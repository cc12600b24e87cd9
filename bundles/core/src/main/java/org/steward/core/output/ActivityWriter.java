package org.steward.core.output;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/** Writes the activity log's lines to its file, to standard output or to syslog. Loop only. */
final class ActivityWriter {
  private static final String STDOUT = "/dev/stdout";
  private static final String SYSLOG = "syslog";

  /** Most bytes kept while the file takes none. */
  private static final int ALLOWANCE = 1024 * 1024;

  private static final RotationRule NEVER = new RotationRule(0, 0);

  private final ActivityLogConfig config;
  private final LogFiles files;
  private final Syslog syslog;
  private final ActivityLog log;
  private final LocalTime time;
  private final List<LogWriter> writers = new ArrayList<>();

  ActivityWriter(
      ActivityLogConfig config, LogFiles files, Syslog syslog, ActivityLog log, ZoneId zone) {
    this.config = config;
    this.files = files;
    this.syslog = syslog;
    this.log = log;
    this.time = LocalTime.iso(zone);
  }

  /**
   * Opens the log.
   *
   * @param echoToStdout whether lines also go to the daemon's standard output, first
   * @throws PosixException where it cannot be opened
   */
  void open(boolean echoToStdout) {
    boolean toStdout = TargetOpener.inheritedDescriptor(config.file()) == 1;
    if (echoToStdout && !toStdout) {
      openEcho();
    }
    if (!config.file().equals(SYSLOG)) {
      RotationRule rule = new RotationRule(config.maxBytes(), config.backups());
      try {
        writers.add(files.open(config.file(), rule, ALLOWANCE, () -> {}));
      } catch (PosixException e) {
        throw new PosixException("opening logfile " + config.file(), e.errno());
      }
    }
  }

  /** A daemon whose standard output is closed has nobody to echo to, and starts all the same. */
  private void openEcho() {
    try {
      writers.add(files.open(STDOUT, NEVER, ALLOWANCE, () -> {}));
    } catch (PosixException e) {
      log.warn("cannot echo this log to " + STDOUT + ": " + Errno.name(e.errno()));
    }
  }

  /** Writes a line; in syslog each line of a message is one of its own. */
  void write(long wallMillis, LogLevel level, String message) {
    String head = head(wallMillis, level);
    if (!writers.isEmpty()) {
      byte[] line = (head + message + "\n").getBytes(StandardCharsets.UTF_8);
      writers.forEach(writer -> writer.write(line));
    }
    if (config.file().equals(SYSLOG)) {
      for (String line : withoutTrailingNewlines(message).split("\n", -1)) {
        syslog.send("", (head + line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Empties the log's file. Throws {@link PosixException} where it cannot be removed. */
  void clear() {
    if (!config.file().equals(SYSLOG)) {
      files.clear(config.file());
    }
  }

  private String head(long wallMillis, LogLevel level) {
    String millis = Integer.toString(1000 + (int) Math.floorMod(wallMillis, 1000L));
    return time.at(wallMillis) + ',' + millis.substring(1) + ' ' + level.mark() + ' ';
  }

  private static String withoutTrailingNewlines(String message) {
    int end = message.length();
    while (end > 0 && message.charAt(end - 1) == '\n') {
      end--;
    }
    return message.substring(0, end);
  }
}
