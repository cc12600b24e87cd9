package org.steward.core.config;

import java.util.List;

/**
 * What follows an exit.
 *
 * @param autorestart whether it is started again
 * @param exitcodes the expected exit statuses, in the order given
 */
public record RestartPolicy(AutoRestart autorestart, List<Integer> exitcodes) {
  /** Takes an immutable copy. */
  public RestartPolicy {
    exitcodes = List.copyOf(exitcodes);
  }
}
