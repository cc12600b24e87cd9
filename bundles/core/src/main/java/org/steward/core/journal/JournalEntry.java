package org.steward.core.journal;

import org.steward.api.process.ProcessId;
import org.steward.core.process.ProcessMemory;

/** What the next daemon has to know, noted as it happens. */
public sealed interface JournalEntry {
  /** A child is going to be spawned: noted before, lest it be there and nobody know. */
  record Intended(Intent intent) implements JournalEntry {}

  /**
   * It was spawned.
   *
   * @param startTime when, in clock ticks since boot; 0 has the writer look it up, while the child
   *     cannot have been reaped yet
   */
  record Spawned(long token, int pid, long startTime, PipeInodes pipes) implements JournalEntry {}

  /** It has ended, and all it wrote was read; or it could not be spawned. */
  record Ended(long token) implements JournalEntry {}

  /** A process's state changed. */
  record Noted(ProcessId id, ProcessMemory memory) implements JournalEntry {}

  /** A process was removed from the running set. */
  record Forgotten(ProcessId id) implements JournalEntry {}

  /** The daemon began to stop everything, or another one went on. */
  record Ending(boolean begun) implements JournalEntry {}
}
