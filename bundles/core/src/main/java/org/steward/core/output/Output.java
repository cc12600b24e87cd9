package org.steward.core.output;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.LogAccess.Follow;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.journal.JournalEntry;

/**
 * Orders to the output room. Every method may be called on any thread, returns at once and is
 * carried out on the output loop in the order given; what comes back comes through {@link
 * OutputNotices}.
 *
 * <p>A child's way: {@link #prepare}, then {@link #attach} or {@link #discard}, then {@link
 * #drain}.
 */
public interface Output extends AutoCloseable {
  /** Opens the logs of a child to come; answered by {@link OutputNotices#prepared}. */
  void prepare(ChildOutput child);

  /**
   * Hands over the daemon's ends of a spawned child's pipes.
   *
   * @param token the child, as prepared
   * @param pid its process id
   * @param stdout descriptor to read, -1 where there is nothing to read
   * @param stderr descriptor to read, -1 where there is nothing to read
   */
  void attach(long token, int pid, int stdout, int stderr);

  /**
   * As {@link #prepare} and {@link #attach} in one, for a child that an earlier daemon spawned: it
   * is there and has to be read even where its logs cannot be opened.
   */
  void adopt(ChildOutput child, int pid, int stdout, int stderr);

  /**
   * Has a child's output treated otherwise from now on: what its pipes hold is not lost and nothing
   * is written twice. A stream whose new log cannot be opened keeps the one it has, which the
   * activity log tells.
   *
   * @param child a child that was prepared or adopted, as it is to be from now on
   */
  void reconfigure(ChildOutput child);

  /** Notes an entry in the journal, where there is one, before any order given later. */
  void note(JournalEntry entry);

  /** Forgets a prepared child that could not be spawned. */
  void discard(long token);

  /**
   * Takes bytes of a child that someone else read, as if they came down its pipe. While {@link
   * #hasRoomToAppend} is false they are lost, which the activity log tells.
   *
   * @param bytes not to be modified afterwards
   */
  void append(long token, LogStream stream, byte[] bytes);

  /**
   * Whether {@link #append} takes bytes: not where megabytes of them wait to be written. Whoever
   * reads them had better stop reading then.
   */
  default boolean hasRoomToAppend() {
    return true;
  }

  /**
   * Reads what an ended child left in its pipes, closes them and its logs; answered by {@link
   * OutputNotices#drained}.
   */
  void drain(long token);

  /** Opens all log files anew, the activity log among them, after someone else moved them away. */
  void reopenLogs();

  /**
   * Empties a process's log files: one in use is removed and opened anew, one that is not is cut
   * off. Backups stay, as with Supervisor; what is not a plain file is left alone. Fails with
   * {@link org.steward.core.posix.PosixException} where a file cannot be removed. Completed on the
   * output loop, so that what depends on it must only hand on.
   */
  CompletionStage<Void> clearLogs(ProcessId id, ChildLogs logs);

  /** Removes the activity log's file and opens it anew; otherwise as {@link #clearLogs}. */
  CompletionStage<Void> clearActivityLog();

  /**
   * Calls {@code onGrowth} on the output loop whenever the file grew or was replaced, until closed.
   */
  Follow follow(Path log, Runnable onGrowth);

  /**
   * Carries out what was ordered so far, reads no more and ends the loop, with all descriptors
   * open.
   *
   * @return all a later room needs to go on
   */
  CompletionStage<OutputMemory> freeze();

  /** Writes out all that is pending, closes everything and ends the loop; waits for it. */
  @Override
  void close();
}
