package org.steward.core.output;

import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.SupervisordConfig;

/**
 * What the output loop needs to know of the daemon's configuration.
 *
 * @param activityLog the daemon's own log
 * @param echoToStdout whether the activity log also goes to the daemon's standard output
 * @param stripAnsi whether escape sequences are removed from children's output
 * @param outlive whether output of processes that outlive their child is read on
 */
public record OutputSettings(
    ActivityLogConfig activityLog, boolean echoToStdout, boolean stripAnsi, boolean outlive) {

  /** Of a daemon whose children end with it. */
  public OutputSettings(ActivityLogConfig activityLog, boolean echoToStdout, boolean stripAnsi) {
    this(activityLog, echoToStdout, stripAnsi, false);
  }

  /**
   * The settings of a daemon with this configuration.
   *
   * @param adopt whether its children have both ends of their pipes
   */
  public static OutputSettings of(SupervisordConfig config, boolean adopt) {
    return new OutputSettings(
        config.log(), config.nodaemon() && !config.silent(), config.stripAnsi(), adopt);
  }
}
