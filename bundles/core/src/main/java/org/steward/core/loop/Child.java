package org.steward.core.loop;

import org.jspecify.annotations.Nullable;
import org.steward.core.process.Ending;

/** A child from the moment it is prepared until it is reaped. */
final class Child {
  /** Names this one child among all there ever were. */
  final long token;

  final Supervised process;

  /** Whether its start was called off before it was spawned. */
  boolean calledOff;

  int pid;
  int pidfd = -1;

  /** The way to its stdin, null where it has none of the loop's. */
  @Nullable StdinWriter stdin;

  /** The daemon's end of a listener's stdout, -1 where the output room reads it. */
  int listenerOutput = -1;

  /** How it ended, where it was reaped before its pidfd was looked at. */
  @Nullable Ending reaped;

  Child(long token, Supervised process) {
    this.token = token;
    this.process = process;
  }

  boolean isAlive() {
    return pid != 0;
  }
}
