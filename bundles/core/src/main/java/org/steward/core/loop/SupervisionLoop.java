package org.steward.core.loop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.process.SupervisorState;
import org.steward.core.eventloop.Mailbox;
import org.steward.core.eventloop.Timers;
import org.steward.core.output.ActivityLog;
import org.steward.core.output.OutputMemory;
import org.steward.core.output.OutputNotices;
import org.steward.core.posix.Clock;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.process.Moment;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;

/**
 * The supervision loop. One thread calls {@link #run}, or a test calls {@link #turn}; everything it
 * owns is touched on that thread only. A turn's order is fixed: clock, epoll, readiness, timers,
 * mailbox, end sequence, snapshot, replies, events.
 */
public final class SupervisionLoop {
  private static final int EVENTS_A_TURN = 256;
  private static final int MESSAGES_A_TURN = 1024;

  /** Between the answer to whoever wants it frozen and the end, so that the answer gets out. */
  private static final long LAST_WORDS = Moment.SECOND / 10;

  private static final SupervisorFault BEING_UPGRADED =
      new SupervisorFault(
          Fault.FAILED, "the daemon is being upgraded; what was begun goes on: ask again");

  private final Clock clock;
  private final LoopParts parts;
  private final Mailbox<Message> mailbox;
  private final LoopHandle handle;
  private final LoopFigures figures;
  private final PollEvents ready;
  private final Children children;
  private final Driver driver;
  private final Requests requests;
  private final PoolHost poolHost;
  private final Adoption adoption;
  private final GroupChanges groups;
  private final MemberChanges members;
  private final LiveUpdate updates;
  private final EndSequence end;
  private final SignalInbox signals;
  private final Opening opening = new Opening();
  private final Guard guard;
  private final Delivery delivery;
  private final Ticks ticks;
  private final SnapshotPublisher publisher;
  private final Continuity continuity;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CommandResolver commands;
  private volatile @Nullable Frozen frozen;
  private boolean resumed;
  private boolean freezing;
  private boolean done;

  /**
   * A loop that does not run yet.
   *
   * @param rim the output room; it is to be told to notify {@link #notices}
   * @param workers what does what the loop must not do itself
   * @param userPrefix how a child is made to run as another user
   */
  public SupervisionLoop(
      Posix posix,
      Clock clock,
      Rim rim,
      Workers workers,
      LoopSettings settings,
      UserPrefix userPrefix) {
    this.clock = clock;
    this.mailbox = new Mailbox<>(posix);
    this.figures = new LoopFigures(mailbox::size);
    RunningSet running = new RunningSet();
    Turn turn = new Turn(workers.replies(), () -> readClock(clock));
    Timers timers = new Timers(() -> turn.now().nanos());
    Poller poller = new Poller(posix, timers, rim.log());
    this.parts =
        new LoopParts(
            posix,
            rim.output(),
            rim.log(),
            running,
            timers,
            poller,
            turn,
            new ListenerLink(rim.log()),
            new Notes(rim.output(), settings.lineage()),
            settings);
    poller.addAtStart(mailbox.descriptor(), Polling.EPOLLIN, Token.of(Token.WAKE, 0));
    this.ready = posix.pollEvents(EVENTS_A_TURN);
    this.commands = new CommandResolver(posix, settings.environment());
    this.children =
        new Children(
            parts,
            new Spawner(parts, commands, userPrefix),
            new Remains(parts, workers.searches(), mailbox::put));
    this.driver = new Driver(parts, children);
    this.requests = new Requests(parts, driver, children);
    this.guard = new Guard(parts.log(), parts.turn());
    this.delivery = new Delivery(parts, opening, guard);
    this.poolHost = new LoopPoolHost(parts, mailbox);
    this.adoption = new Adoption(parts, driver, children);
    this.groups = new GroupChanges(parts, driver, adoption, poolHost, delivery);
    this.members = new MemberChanges(parts, driver);
    this.updates = new LiveUpdate(parts, driver);
    this.end = new EndSequence(parts, driver);
    this.signals = new SignalInbox(parts, children, end);
    this.ticks = new Ticks(parts);
    this.publisher = new SnapshotPublisher(running);
    this.handle = new LoopHandle(mailbox, publisher);
    this.continuity = new Continuity(parts, driver, children, groups, ticks);
  }

  /** Whom the output room notifies. */
  public OutputNotices notices() {
    return new MailboxNotices(mailbox);
  }

  /** What finds the files of commands, as the loop itself does. */
  public CommandResolver commands() {
    return commands;
  }

  /** What other threads have of the loop. Any thread. */
  public LoopHandle handle() {
    return handle;
  }

  /** How the loop fares. Any thread. */
  public MetricsSource figures() {
    return figures;
  }

  /** What the loop ended for, once {@link #run} has returned. */
  public SupervisorState state() {
    return end.state();
  }

  /** The activity log. */
  public ActivityLog log() {
    return parts.log();
  }

  /**
   * All that was known when it was frozen; null where it was not. Once {@link #run} has returned.
   */
  public @Nullable Frozen frozen() {
    return frozen;
  }

  /** All that the two loops knew. */
  public record Frozen(LoopMemory loop, OutputMemory output) {}

  /**
   * Goes on where a loop of an earlier daemon of this process was. Before {@link #run}, on the
   * thread that made the loop; nothing is read, written or started yet.
   */
  public void resume(LoopMemory before) {
    resumed = true;
    parts.turn().readClock();
    opening.skip();
    end.complete();
    continuity.resume(before);
    publisher.publish(end.state());
  }

  /**
   * Runs until everything is stopped after an order to end. Called once, on the loop's own thread.
   */
  public void run() {
    handle.enter();
    try {
      begin();
      while (!done) {
        turn();
      }
      if (freezing) {
        frozen = remember();
      }
    } finally {
      close();
      ended.countDown();
    }
  }

  /** Begins: to be called once before the first {@link #turn}. */
  void begin() {
    parts.posix().privateFileSystemState();
    parts.turn().readClock();
    if (resumed) {
      return;
    }
    ticks.begin();
  }

  /** One turn; waits for something to do first. Returns whether the loop goes on. */
  boolean turn() {
    long timeout = mailbox.beforeWait() ? parts.timers().untilNext(clock.nanos()) : 0;
    int count = parts.posix().epollWait(parts.poller().descriptor(), ready, timeout);
    mailbox.afterWait();
    parts.turn().readClock();
    for (int i = 0; i < count; i++) {
      long token = ready.token(i);
      guard.run("descriptor", () -> handleReady(token));
    }
    parts.timers().fire(parts.turn().now().nanos(), action -> guard.run("timer", action));
    handleMessages();
    guard.run("end sequence", () -> done = freezing || end.advance());
    publisher.publish(end.state());
    parts.turn().deliverReplies();
    delivery.all();
    figures.turned(clock.nanos() - parts.turn().now().nanos());
    return !done;
  }

  private void handleReady(long token) {
    long owner = Token.owner(token);
    switch (Token.kind(token)) {
      case Token.WAKE -> mailbox.awake();
      case Token.SIGNAL -> signals.ready();
      case Token.EXIT -> children.exitSeen(owner);
      case Token.STDIN -> children.stdinReady(owner);
      case Token.LISTENER -> children.listenerReady(owner);
      default -> throw new IllegalStateException("token " + token);
    }
  }

  private void handleMessages() {
    for (int i = 0; i < MESSAGES_A_TURN; i++) {
      Message message = mailbox.take();
      if (message == null) {
        return;
      }
      guard.run(message, () -> handle(message));
    }
  }

  private void handle(Message message) {
    switch (message) {
      case Message.Request request
          when end.state() != SupervisorState.RUNNING && !(request instanceof Message.End) ->
          parts.turn().refuse(request.reply(), new SupervisorFault(Fault.SHUTDOWN_STATE));
      case Message.Start request -> requests.start(request);
      case Message.Stop request -> requests.stop(request);
      case Message.SendSignal request -> requests.signal(request);
      case Message.SendStdin request -> requests.sendStdin(request);
      case Message.Publish request -> {
        parts.turn().emit(request.event());
        parts.turn().answer(request.reply(), null);
      }
      case Message.AddGroup request -> groups.add(request);
      case Message.StopLeftover notice -> adoption.stopLeftover(notice.survivor());
      case Message.GroupsComplete notice -> {
        opening.complete();
        end.complete();
      }
      case Message.RemoveGroup request -> groups.remove(request);
      case Message.AddProcesses request -> members.add(request);
      case Message.UpdateGroup request -> updates.follow(request);
      case Message.RemoveProcess request -> members.remove(request);
      case Message.Freeze request -> freeze(request);
      case Message.End request -> {
        end.begin(request.mode());
        parts.turn().answer(request.reply(), null);
      }
      case Message.Prepared notice ->
          children.prepared(notice.token(), notice.errno(), notice.path());
      case Message.Hunted notice -> children.hunted(notice);
      case Message.Drained notice -> children.drained(notice.token());
      case Message.OutputEvent notice -> parts.turn().emit(notice.event());
      case Message.AttachListeners(ListenerProtocol protocol) ->
          parts.listeners().attach(protocol, poolHost);
      case Message.DetachListeners(CompletableFuture<Void> done) -> detach(done);
      case Message.Execute(Runnable action) -> action.run();
    }
  }

  private void detach(CompletableFuture<Void> done) {
    try {
      parts.listeners().detach();
    } finally {
      done.complete(null);
    }
  }

  private void freeze(Message.Freeze request) {
    if (parts.listeners().isAttached()) {
      parts.turn().answer(request.reply(), null);
      parts
          .timers()
          .after(
              LAST_WORDS,
              () ->
                  freezing =
                      end.state() == SupervisorState.RUNNING && parts.listeners().isAttached());
    } else {
      parts
          .turn()
          .refuse(
              request.reply(),
              new SupervisorFault(Fault.FAILED, "the daemon is still starting; try again"));
    }
  }

  /**
   * The loop's last act, which may wait for the output room: has that end, takes what it still has
   * to say, and writes all down. What else waits to be done is a later daemon's.
   */
  Frozen remember() {
    children.flushListenerLogs();
    OutputMemory output = parts.output().freeze().toCompletableFuture().join();
    for (Message message = mailbox.take(); message != null; message = mailbox.take()) {
      putAway(message);
    }
    delivery.all();
    return new Frozen(continuity.memory(parts.listeners().leave()), output);
  }

  /** What is only said once more to a later daemon, or not at all, is left out. */
  private void putAway(Message message) {
    switch (message) {
      case Message.OutputEvent notice -> parts.turn().emit(notice.event());
      case Message.Execute(Runnable action) -> guard.run(message, action);
      case Message.Request request -> parts.turn().refuse(request.reply(), BEING_UPGRADED);
      case Message.Prepared notice -> {}
      case Message.Drained notice -> {}
      case Message.StopLeftover notice -> {}
      case Message.Hunted notice -> {}
      case Message.GroupsComplete notice -> {}
      case Message.AttachListeners notice -> {}
      case Message.DetachListeners(CompletableFuture<Void> done) -> done.complete(null);
    }
  }

  /** Answers whoever still waits, and gives the descriptors back. */
  void close() {
    SupervisorFault gone = freezing ? BEING_UPGRADED : new SupervisorFault(Fault.SHUTDOWN_STATE);
    for (RunningGroup group : parts.running().groups()) {
      for (Supervised process : group.processes()) {
        process.waiters.forEach(waiter -> waiter.abandon(gone));
        process.waiters.clear();
      }
    }
    handle.close(gone, parts.turn());
    parts.turn().deliverReplies();
    signals.close();
    parts.posix().close(parts.poller().descriptor());
  }

  /** Waits until the loop has ended. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  private static Moment readClock(Clock clock) {
    return new Moment(clock.nanos(), Math.floorDiv(clock.wallMillis(), 1000L));
  }
}
