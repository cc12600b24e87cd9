package org.steward.core.loop;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steward.core.process.Ending;
import org.steward.core.process.Moment;

/** A child from the moment it is prepared until it is reaped. */
final class Child {
  /** Names this one child among all there ever were. */
  final long token;

  /** Whose child it is; that of a leftover may become another's. */
  Supervised process;

  /** Whether its start was called off before it was spawned. */
  boolean calledOff;

  int pid;
  int pidfd = -1;

  /** The way to its stdin, null where it has none of the loop's. */
  @Nullable StdinWriter stdin;

  /** The daemon's end of a listener's stdout, -1 where the output room reads it. */
  int listenerOutput = -1;

  /** Where a listener's stdout goes besides its pool, null where the output room reads it. */
  @Nullable ListenerLog listenerLog;

  /** Whether it is a child of this process; one of an earlier daemon is another's. */
  boolean own = true;

  /** An entry of its environment that it shares with nothing but what it started. */
  final String mark;

  /** The name of its control group, where it has one. */
  String controlGroup() {
    return "steward-" + mark.substring(mark.indexOf('=') + 1);
  }

  /** What it left behind and was killed, where that is asked for. */
  final Set<Integer> remainsKilled = new TreeSet<>();

  /** What it left behind and could not be killed. */
  final Set<Integer> survivors = new TreeSet<>();

  /** How often its remains were looked for. */
  int hunts;

  /** Whether it uses its group's shared socket. */
  boolean usesSocket;

  /** When its end was seen and its last output began to be read, null before. */
  @Nullable Moment ended;

  /** Whether all that is left to learn of it is its exit status, once its parent has reaped it. */
  boolean awaitsReaper;

  /** How it ended, where that is known before it is applied. */
  @Nullable Ending reaped;

  Child(long token, Supervised process, String mark) {
    this.token = token;
    this.mark = mark;
    this.process = process;
  }

  boolean isAlive() {
    return pid != 0;
  }
}
