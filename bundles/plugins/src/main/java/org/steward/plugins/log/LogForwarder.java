package org.steward.plugins.log;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.steward.api.control.Severity;

/**
 * Brings the OSGi log to the activity log, where else nobody would see that a component failed:
 * warnings and errors of every bundle, and all that plugins say themselves. Entries older than the
 * forwarder are brought too. The thread is the OSGi log's own.
 */
public final class LogForwarder implements LogListener {
  /** The log's own account of bundles and services that come and go. */
  private static final String EVENTS = "Events.";

  private final ActivityLines lines;
  private final Predicate<Bundle> plugins;
  private long last = -1;

  /**
   * A forwarder; not listening yet.
   *
   * @param plugins which bundles are plugins
   */
  public LogForwarder(ActivityLines lines, Predicate<Bundle> plugins) {
    this.lines = lines;
    this.plugins = plugins;
  }

  /** Listens from now on, and takes what was logged before. */
  public synchronized void listen(LogReaderService log) {
    log.addLogListener(this);
    List<LogEntry> before = Collections.list(log.getLog());
    Collections.reverse(before);
    before.forEach(this::logged);
  }

  @Override
  public synchronized void logged(LogEntry entry) {
    if (entry.getSequence() <= last) {
      return;
    }
    last = entry.getSequence();
    if (isWanted(entry)) {
      lines.write(ForwardedEntry.severity(entry), ForwardedEntry.line(entry));
      ForwardedEntry.trace(entry).forEach(line -> lines.write(Severity.DEBUG, line));
    }
  }

  private boolean isWanted(LogEntry entry) {
    LogLevel level = entry.getLogLevel();
    if (level == LogLevel.ERROR || level == LogLevel.WARN) {
      return true;
    }
    Bundle bundle = entry.getBundle();
    return bundle != null && plugins.test(bundle) && !entry.getLoggerName().startsWith(EVENTS);
  }
}
