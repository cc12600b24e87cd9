package org.steward.core.output;

import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.SupervisordConfig;

/**
 * What the output loop needs to know of the daemon's configuration.
 *
 * @param activityLog the daemon's own log
 * @param echoToStdout whether the activity log also goes to the daemon's standard output
 * @param stripAnsi whether escape sequences are removed from children's output
 */
public record OutputSettings(
    ActivityLogConfig activityLog, boolean echoToStdout, boolean stripAnsi) {

  /** The settings of a daemon with this configuration. */
  public static OutputSettings of(SupervisordConfig config) {
    return new OutputSettings(
        config.log(), config.nodaemon() && !config.silent(), config.stripAnsi());
  }
}
