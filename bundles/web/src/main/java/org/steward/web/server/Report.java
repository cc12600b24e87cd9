package org.steward.web.server;

/** Where the web server tells its operator what happens. Safe on any thread. */
public interface Report {
  /** Something that deserves attention. */
  void warn(String message);

  /** Something that does not work as configured. */
  void error(String message);
}
