package org.steward.core.journal;

import org.steward.core.config.StopPolicy;

/**
 * A child of an earlier daemon, found alive, and what the present one now holds of it.
 *
 * @param intent what it was spawned from
 * @param pid its process id
 * @param own whether it is this process's child, so that its exit status can be had by waiting
 * @param pidfd tells of its end
 * @param ends the daemon's ends of its pipes
 * @param reachable whether all of its pipes that it still holds could be had
 */
public record LivingChild(
    Intent intent, int pid, boolean own, int pidfd, Ends ends, boolean reachable) {
  /**
   * The daemon's ends of the pipes, not blocking; -1 where there is none.
   *
   * @param stdin to be written to
   * @param stdout to be read
   * @param stderr to be read
   */
  public record Ends(int stdin, int stdout, int stderr) {}

  /** Names it among all there were. */
  public long token() {
    return intent.token();
  }

  /** How it was to be stopped when it was spawned. */
  public StopPolicy stop() {
    return intent.stop();
  }
}
