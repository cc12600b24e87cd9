package org.steward.web;

import org.osgi.service.log.Logger;
import org.steward.web.server.Report;

/** Tells the operator by the OSGi log, which the daemon's own log takes up. */
record LogReport(Logger log) implements Report {
  @Override
  public void info(String message) {
    log.info("{}", message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  @Override
  public void error(String message) {
    log.error(message);
  }
}
