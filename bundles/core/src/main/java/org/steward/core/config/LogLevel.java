package org.steward.core.config;

/** Levels of the activity log, least severe first, with the four letters that mark a line. */
public enum LogLevel {
  /** Details of details. */
  BLATHER("BLAT"),
  /** Where all is traced. */
  TRACE("TRAC"),
  /** For those who look for a fault. */
  DEBUG("DEBG"),
  /** What happens. */
  INFO("INFO"),
  /** What deserves a look. */
  WARN("WARN"),
  /** What failed. */
  ERROR("ERRO"),
  /** What must be acted on. */
  CRITICAL("CRIT");

  private final String mark;

  LogLevel(String mark) {
    this.mark = mark;
  }

  /** The four letters in the log line. */
  public String mark() {
    return mark;
  }
}
