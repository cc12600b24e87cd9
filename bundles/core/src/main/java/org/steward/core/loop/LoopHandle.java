package org.steward.core.loop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.GroupConfig;
import org.steward.core.eventloop.Mailbox;
import org.steward.core.journal.Survivor;
import org.steward.core.spi.ListenerProtocol;

/**
 * What other threads have of the supervision loop: its latest snapshot, to read, and its mailbox,
 * to say something. Any thread, unless said otherwise; nothing here waits.
 */
public final class LoopHandle {
  private final Mailbox<Message> mailbox;
  private final SnapshotPublisher publisher;
  private volatile @Nullable Thread thread;
  private volatile @Nullable SupervisorFault closed;

  LoopHandle(Mailbox<Message> mailbox, SnapshotPublisher publisher) {
    this.mailbox = mailbox;
    this.publisher = publisher;
  }

  /** The latest snapshot. */
  public SupervisorSnapshot snapshot() {
    return publisher.latest();
  }

  /** The configurations of the running groups, by priority. */
  public List<GroupConfig> runningGroups() {
    return publisher.groupConfigs();
  }

  /** Whether the calling thread is the loop's own, where waiting for a reply would be for ever. */
  public boolean isLoopThread() {
    return Thread.currentThread() == thread;
  }

  /** Posts a message; a request is refused where the loop has ended. */
  void post(Message message) {
    mailbox.put(message);
    SupervisorFault gone = closed;
    if (gone != null) {
      abandon(message, gone);
    }
  }

  private boolean offer(SupervisorEvent event) {
    return mailbox.offer(new Message.OutputEvent(event), Message.OutputEvent.MOST_WAITING);
  }

  /**
   * Starts processes.
   *
   * @param awaited whether the answer comes only once they are RUNNING or failed
   * @param unstartable those whose commands were found to be unusable, and why: they are refused
   */
  public CompletionStage<List<ProcessOutcome>> start(
      Selection selection, boolean awaited, Map<ProcessId, SupervisorFault> unstartable) {
    return ask(reply -> new Message.Start(selection, awaited, unstartable, reply));
  }

  /**
   * Stops processes.
   *
   * @param awaited whether the answer comes only once they are stopped
   */
  public CompletionStage<List<ProcessOutcome>> stop(Selection selection, boolean awaited) {
    return ask(reply -> new Message.Stop(selection, awaited, reply));
  }

  /** Sends a signal to processes. */
  public CompletionStage<List<ProcessOutcome>> signal(Selection selection, int signal) {
    return ask(reply -> new Message.SendSignal(selection, signal, reply));
  }

  /** Writes to a process's stdin; the bytes are the loop's from now on. */
  public CompletionStage<Void> sendStdin(ProcessId id, byte[] bytes) {
    return ask(reply -> new Message.SendStdin(id, bytes, reply));
  }

  /** Tells listeners and handlers. */
  public CompletionStage<Void> publish(SupervisorEvent event) {
    // An event changes nothing that a snapshot would show: to be in the mailbox is enough.
    return snapshot().state() == SupervisorState.RUNNING && offer(event)
        ? CompletableFuture.completedStage(null)
        : ask(reply -> new Message.Publish(event, reply));
  }

  /** Connects the event listener bundle. */
  public void attachListeners(ListenerProtocol protocol) {
    post(new Message.AttachListeners(protocol));
  }

  /**
   * Disconnects the event listener bundle.
   *
   * @return completes, on the loop, once the bundle has been told its last
   */
  public CompletionStage<Void> detachListeners() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    post(new Message.DetachListeners(done));
    return done;
  }

  /** Adds a group. */
  public CompletionStage<Void> addGroup(GroupSpec group) {
    return ask(reply -> new Message.AddGroup(group, reply));
  }

  /** Has a group follow another configuration. */
  public CompletionStage<Void> updateGroup(GroupSpec group) {
    return ask(reply -> new Message.UpdateGroup(group, reply));
  }

  /** Removes a group whose processes are stopped. */
  public CompletionStage<Void> removeGroup(String group) {
    return ask(reply -> new Message.RemoveGroup(group, reply));
  }

  /** Adds processes to a running group. */
  public CompletionStage<Void> addProcesses(GroupSpec members) {
    return ask(reply -> new Message.AddProcesses(members, reply));
  }

  /** Removes a stopped process from its group. */
  public CompletionStage<Void> removeProcess(ProcessId id) {
    return ask(reply -> new Message.RemoveProcess(id, reply));
  }

  /** All groups of the configuration the daemon begins with were added. */
  public void groupsComplete() {
    post(new Message.GroupsComplete());
  }

  /** Stops a child of an earlier daemon that nothing is configured for any more. */
  public void stopLeftover(Survivor survivor) {
    post(new Message.StopLeftover(survivor));
  }

  /** Begins to stop everything, to end or to begin anew. */
  public CompletionStage<Void> end(SupervisorState mode) {
    return ask(reply -> new Message.End(mode, reply));
  }

  /**
   * Ends the loop soon, if everything runs, leaving all as it is to a later daemon of this process;
   * {@link SupervisionLoop#frozen} then tells what that needs.
   */
  public CompletionStage<Void> freeze() {
    return ask(Message.Freeze::new);
  }

  private <T> CompletionStage<T> ask(Function<Reply<T>, Message.Request> request) {
    Reply<T> reply = new Reply<>();
    post(request.apply(reply));
    return reply.stage();
  }

  /** The calling thread is the loop's own from now on. */
  void enter() {
    thread = Thread.currentThread();
  }

  /** On the loop, as its last: whoever waits, or asks from now on, is refused with that fault. */
  void close(SupervisorFault gone, Turn turn) {
    closed = gone;
    for (Message message = mailbox.take(); message != null; message = mailbox.take()) {
      if (message instanceof Message.Request request) {
        turn.refuse(request.reply(), gone);
      } else {
        abandon(message, gone);
      }
    }
  }

  /** Nobody is left to do it: whoever waits for it is told so. */
  private static void abandon(Message message, SupervisorFault gone) {
    if (message instanceof Message.Request request) {
      request.reply().abandon(gone);
    } else if (message instanceof Message.DetachListeners(CompletableFuture<Void> done)) {
      done.complete(null);
    }
  }
}
