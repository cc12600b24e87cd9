package org.steward.core.output;

import java.util.concurrent.CompletableFuture;
import org.steward.api.process.LogStream;
import org.steward.core.config.LogLevel;
import org.steward.core.journal.JournalEntry;

/** What other threads ask of the output loop, in the order asked. */
sealed interface Order {
  /** {@link Output#prepare}. */
  record Prepare(ChildOutput child) implements Order {}

  /** {@link Output#attach}. */
  record Attach(long token, int pid, int stdout, int stderr) implements Order {}

  /** {@link Output#adopt}. */
  record Adopt(ChildOutput child, int pid, int stdout, int stderr) implements Order {}

  /** {@link Output#reconfigure}. */
  record Reconfigure(ChildOutput child) implements Order {}

  /** {@link Output#note}. */
  record Note(JournalEntry entry) implements Order {}

  /** {@link Output#discard}. */
  record Discard(long token) implements Order {}

  /** {@link Output#append}. */
  record Append(long token, LogStream stream, byte[] bytes) implements Order {}

  /** {@link Output#drain}. */
  record Drain(long token) implements Order {}

  /** {@link Output#reopenLogs}. */
  record ReopenLogs() implements Order {}

  /** {@link Output#clearLogs}. */
  record ClearLogs(ChildLogs logs, CompletableFuture<Void> done) implements Order {}

  /** {@link Output#clearActivityLog}. */
  record ClearActivityLog(CompletableFuture<Void> done) implements Order {}

  /** {@link Output#follow}. */
  record AddFollower(Follower follower) implements Order {}

  /** The end of a {@link Output#follow}. */
  record RemoveFollower(Follower follower) implements Order {}

  /**
   * A line of the activity log.
   *
   * @param wallMillis when it was logged
   */
  record Line(long wallMillis, LogLevel level, String message) implements Order {
    /** What it takes of the room for lines. */
    long cost() {
      return message.length() + 1L;
    }
  }

  /** {@link Output#freeze}. */
  record Freeze(CompletableFuture<OutputMemory> memory) implements Order {}

  /** {@link Output#close}. */
  record Close() implements Order {}
}
