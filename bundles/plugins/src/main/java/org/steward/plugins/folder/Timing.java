package org.steward.plugins.folder;

import java.time.Duration;

/**
 * How long the folders wait for others.
 *
 * @param grace how long a file that cannot be used may stay so before that is said, as it may be on
 *     its way
 * @param patience how long a plugin may take to start or stop before the others go on without it
 */
public record Timing(Duration grace, Duration patience) {
  /** What suits people who copy a file and wait. */
  public static final Timing USUAL = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(5));
}
