package org.steward.core.output;

import org.steward.core.config.LogLevel;

/** The daemon's own log. May be called on any thread; never blocks, never fails. */
public interface ActivityLog {
  /** Writes a line, stamped with the time of this call. */
  void log(LogLevel level, String message);

  /** Whether lines of the level are written at all. */
  boolean isLogged(LogLevel level);

  /** {@link LogLevel#DEBUG}. */
  default void debug(String message) {
    log(LogLevel.DEBUG, message);
  }

  /** {@link LogLevel#INFO}. */
  default void info(String message) {
    log(LogLevel.INFO, message);
  }

  /** {@link LogLevel#WARN}. */
  default void warn(String message) {
    log(LogLevel.WARN, message);
  }

  /** {@link LogLevel#ERROR}. */
  default void error(String message) {
    log(LogLevel.ERROR, message);
  }

  /** {@link LogLevel#CRITICAL}. */
  default void critical(String message) {
    log(LogLevel.CRITICAL, message);
  }
}
