package org.steward.core.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.journal.Recollection.Remembered;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.process.ProcessMemory;

/**
 * Looks for the children a journal tells of. A child is known by its pid and the time it started;
 * one whose pid was never written, by an entry of its environment. Run once, before anything is
 * started.
 */
public final class Search {
  private final Posix posix;
  private final Journal journal;

  private Search(Posix posix, Journal journal) {
    this.posix = posix;
    this.journal = journal;
  }

  /** All processes of the journal, with what became of them. */
  public static Map<ProcessId, Survivor> run(Posix posix, Journal journal) {
    Search search = new Search(posix, journal);
    Map<ProcessId, Survivor> found = new LinkedHashMap<>();
    Recollection recollection = journal.recollection();
    boolean ending = recollection.ending();
    for (Remembered process : recollection.processes()) {
      found.put(process.id(), search.find(process, ending));
    }
    if (ending) {
      journal.add(new JournalEntry.Ending(false));
    }
    return found;
  }

  private Survivor find(Remembered process, boolean ending) {
    Intent intent = process.intent();
    LivingChild child = intent == null ? null : find(intent, process.spawned());
    if (child != null) {
      Survivor.Fate fate = ending ? Survivor.Fate.DOOMED : Survivor.Fate.ALIVE;
      return new Survivor(process.id(), process.memory(), fate, child, false);
    }
    boolean spawned = process.spawned() != null;
    if (intent != null) {
      journal.add(new JournalEntry.Ended(intent.token()));
    }
    Survivor.Fate fate = fate(process.memory(), intent == null || spawned, ending);
    return new Survivor(process.id(), process.memory(), fate, null, false);
  }

  private static Survivor.Fate fate(
      @Nullable ProcessMemory memory, boolean spawned, boolean ending) {
    if (ending) {
      return Survivor.Fate.STOPPED;
    }
    boolean gone = memory != null && memory.hadChild() && spawned;
    return gone ? Survivor.Fate.GONE : Survivor.Fate.NONE;
  }

  private @Nullable LivingChild find(Intent intent, JournalEntry.@Nullable Spawned spawned) {
    return spawned == null
        ? findByMark(intent)
        : hold(intent, spawned.pid(), spawned.startTime(), spawned.pipes());
  }

  /** The earlier daemon died after it had spawned the child and before it had told the journal. */
  private @Nullable LivingChild findByMark(Intent intent) {
    int pid = posix.findLeader(intent.mark());
    if (pid == 0) {
      return null;
    }
    long stdout = posix.pipeAt(pid, 1);
    long stderr = posix.pipeAt(pid, 2);
    PipeInodes pipes = new PipeInodes(posix.pipeAt(pid, 0), stdout, stderr == stdout ? 0 : stderr);
    LivingChild child = hold(intent, pid, posix.startTime(pid), pipes);
    if (child != null) {
      journal.add(new JournalEntry.Spawned(intent.token(), pid, 0, pipes));
    }
    return child;
  }

  private @Nullable LivingChild hold(Intent intent, int pid, long startTime, PipeInodes pipes) {
    int pidfd;
    try {
      pidfd = posix.pidfdOpen(pid);
    } catch (PosixException gone) {
      return null;
    }
    // Only now, as the descriptor holds on to whatever process has the id.
    if (posix.startTime(pid) != startTime) {
      posix.close(pidfd);
      return null;
    }
    int stdin = reopen(pid, pipes.stdin(), Pipe.Direction.TO_CHILD);
    int stdout = reopen(pid, pipes.stdout(), Pipe.Direction.FROM_CHILD);
    int stderr = reopen(pid, pipes.stderr(), Pipe.Direction.FROM_CHILD);
    LivingChild.Ends ends =
        new LivingChild.Ends(Math.max(stdin, -1), Math.max(stdout, -1), Math.max(stderr, -1));
    boolean reachable = isReachable(stdin) && isReachable(stdout) && isReachable(stderr);
    return new LivingChild(intent, pid, false, pidfd, ends, reachable);
  }

  /** A program may have closed its end, or put a file in its place. */
  private static boolean isReachable(int result) {
    return result >= 0 || result == -Errno.ENOENT;
  }

  private int reopen(int pid, long inode, Pipe.Direction direction) {
    return inode == 0 ? -Errno.ENOENT : posix.reopenPipeOf(pid, inode, direction);
  }
}
