package org.steward.web;

import org.steward.web.http.Audit;
import org.steward.web.http.Visitor;
import org.steward.web.server.Report;

/** Writes changes down as lines of the log. */
record ReportedAudit(Report report) implements Audit {
  @Override
  public void changed(Visitor visitor, String address, String door, String words) {
    report.info("audit: %s from %s by %s: %s".formatted(name(visitor), address, door, words));
  }

  @Override
  public void failed(Visitor visitor, String words, String reason) {
    report.info("audit: %s: %s failed: %s".formatted(name(visitor), words, reason));
  }

  private static String name(Visitor visitor) {
    return visitor.user().equals(Visitor.ANYBODY) ? "anybody" : visitor.user();
  }
}
