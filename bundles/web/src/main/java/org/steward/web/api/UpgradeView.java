package org.steward.web.api;

import org.steward.api.control.UpgradeReport;

@Doc("What became of the last upgrade.")
record UpgradeView(
    @Doc("How many there were since the process was started.") int count,
    @Doc("The version before, empty where there was none.") String from,
    @Doc("The version after.") String to,
    @Doc("When, in seconds of the epoch.") long at,
    @Doc("How long nobody looked after the programs.") long milliseconds,
    @Doc("Why the daemon before has gone on, empty where all went well.") String problem) {
  static UpgradeView of(UpgradeReport report) {
    return new UpgradeView(
        report.count(), report.from(), report.to(), report.at(), report.millis(), report.problem());
  }
}
