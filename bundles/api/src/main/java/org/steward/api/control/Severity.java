package org.steward.api.control;

/** How much a line of the activity log matters, least first. */
public enum Severity {
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

  Severity(String mark) {
    this.mark = mark;
  }

  /** The four letters that mark a line of the log, as Supervisor has them. */
  public String mark() {
    return mark;
  }
}
