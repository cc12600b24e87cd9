package org.steward.web.server;

/** Where the web server tells its operator what happens. Safe on any thread. */
public interface Report {
  /** Something worth knowing, such as who changed what. */
  void info(String message);

  /** Something that deserves attention. */
  void warn(String message);

  /** Something that does not work as configured. */
  void error(String message);
}
