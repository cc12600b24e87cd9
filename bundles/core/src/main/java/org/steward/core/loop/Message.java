package org.steward.core.loop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SupervisorState;
import org.steward.core.journal.Survivor;
import org.steward.core.spi.ListenerProtocol;

/** What the loop is told from other threads. */
sealed interface Message {
  /** Something a client wants and is owed an answer for. */
  sealed interface Request extends Message {
    /** The answer owed. */
    Reply<?> reply();
  }

  /**
   * Start processes; with {@code awaited}, answer once they are RUNNING or failed.
   *
   * @param unstartable those whose commands were found to be unusable, and why: they are refused
   */
  record Start(
      Selection selection,
      boolean awaited,
      Map<ProcessId, SupervisorFault> unstartable,
      Reply<List<ProcessOutcome>> reply)
      implements Request {}

  /** Stop processes; with {@code awaited}, answer once they are stopped. */
  record Stop(Selection selection, boolean awaited, Reply<List<ProcessOutcome>> reply)
      implements Request {}

  /** Send a signal to processes. */
  record SendSignal(Selection selection, int signal, Reply<List<ProcessOutcome>> reply)
      implements Request {}

  /** Write to a process's stdin. */
  record SendStdin(ProcessId id, byte[] bytes, Reply<Void> reply) implements Request {}

  /** Tell listeners and handlers. */
  record Publish(SupervisorEvent event, Reply<Void> reply) implements Request {}

  /** Add a group to the running set. */
  record AddGroup(GroupSpec group, Reply<Void> reply) implements Request {}

  /** Have a group of the running set follow another configuration. */
  record UpdateGroup(GroupSpec group, Reply<Void> reply) implements Request {}

  /** All groups of the configuration the daemon begins with were added. */
  record GroupsComplete() implements Message {}

  /** Stop a child of an earlier daemon that nothing is configured for any more. */
  record StopLeftover(Survivor survivor) implements Message {}

  /** Remove a stopped group from the running set. */
  record RemoveGroup(String name, Reply<Void> reply) implements Request {}

  /** Add processes to a group of the running set. */
  record AddProcesses(GroupSpec members, Reply<Void> reply) implements Request {}

  /** Remove a stopped process from its group. */
  record RemoveProcess(ProcessId id, Reply<Void> reply) implements Request {}

  /** End the loop and leave everything as it is to a later daemon of this process. */
  record Freeze(Reply<Void> reply) implements Request {}

  /** Stop everything, to end or to begin anew. */
  record End(SupervisorState mode, Reply<Void> reply) implements Request {}

  /** The output room has opened a child's logs, or could not. */
  record Prepared(long token, int errno, @Nullable String path) implements Message {}

  /** The output room has all a child ever wrote. */
  record Drained(long token) implements Message {}

  /**
   * What a child left behind was looked for.
   *
   * @param killed what was found and killed just now
   * @param refused what was found and cannot be killed
   */
  record Hunted(long token, List<Integer> killed, List<Integer> refused) implements Message {}

  /** A child's output made an event. */
  record OutputEvent(SupervisorEvent event) implements Message {
    /** How many messages may wait before one of these is refused, and its pipe left unread. */
    static final int MOST_WAITING = 4096;
  }

  /** The event listener bundle came. */
  record AttachListeners(ListenerProtocol protocol) implements Message {}

  /** The event listener bundle goes, which waits until that is dealt with. */
  record DetachListeners(CompletableFuture<Void> done) implements Message {}

  /** Do something on the loop. */
  record Execute(Runnable action) implements Message {}
}
