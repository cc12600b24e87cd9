package org.steward.api.control;

import java.util.Locale;

/** What an update does to a process, or what one changed option takes. */
public enum ChangeEffect {
  /** The process is new. */
  ADDED,
  /** The process is stopped, if it runs, and forgotten. */
  REMOVED,
  /** The process runs; it is stopped and started again. */
  RESTART,
  /** The process does not run; it is started. */
  START,
  /** The change counts at once, and the process goes on as it is. */
  LIVE;

  /** Its name in lower case, as clients are told it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
