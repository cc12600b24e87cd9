package org.steward.core.loop;

import org.steward.core.config.ProcessConfig;
import org.steward.core.output.ChildLogs;

/** What becomes of a process that is being stopped because its configuration changed. */
public sealed interface Afterwards {
  /** It leaves its group. */
  record Leave() implements Afterwards {}

  /**
   * It goes on with another configuration.
   *
   * @param logs its files
   * @param starts whether it is started
   */
  record Become(ProcessConfig config, ChildLogs logs, boolean starts) implements Afterwards {}
}
