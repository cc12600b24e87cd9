package org.steward.core.output;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.LogLevel;
import org.steward.core.eventloop.Mailbox;
import org.steward.core.eventloop.Timers;
import org.steward.core.journal.Journal;
import org.steward.core.journal.JournalEntry;
import org.steward.core.journal.Transit;
import org.steward.core.posix.Clock;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * All that the output loop owns, and its turns: wait, pipes and targets that are ready, timers,
 * orders, followers. Touched by no other thread once it runs.
 */
final class OutputRoom {
  private static final int ORDERS_PER_TURN = 1000;

  /** How long the end of the daemon waits for slow readers of its output. */
  private static final long LAST_WAIT_NANOS = 1_000_000_000L;

  private final LoopThread thread = new LoopThread();
  private final Clock clock;
  private final Orders orders;
  private final Mailbox<Order> mailbox;
  private final LoopTools tools;
  private final LogFiles files;
  private final Syslog syslog;
  private final ActivityWriter activity;
  private final Children children;
  private final OutputSettings settings;
  private final @Nullable Journal journal;
  private boolean closing;
  private @Nullable CompletableFuture<OutputMemory> frozen;

  OutputRoom(
      Posix posix,
      Clock clock,
      OutputSettings settings,
      OutputLoop.Door door,
      OutputNotices notices) {
    this.clock = clock;
    this.settings = settings;
    this.orders = door.orders();
    this.mailbox = orders.mailbox();
    this.journal = door.journal();
    ActivityLog log = door.log();
    if (journal != null) {
      journal.reportTo(log::critical);
    }
    this.tools =
        new LoopTools(
            thread,
            posix,
            new Poller(posix, log),
            new Timers(clock::nanos),
            new Growth(log),
            log,
            door.figures(),
            journal == null ? Transit.mortal(posix) : journal.transit(),
            posix.allocate(LoopTools.BUFFER_SIZE));
    ZoneId zone = ZoneId.systemDefault();
    this.files = new LogFiles(tools);
    this.syslog = new Syslog(tools, clock, zone);
    this.activity = new ActivityWriter(settings.activityLog(), files, syslog, log, zone);
    this.children = new Children(tools, files, syslog, notices, settings);
    tools.poller().watch(mailbox.descriptor(), Posix.EPOLLIN, "wake-up", events -> mailbox.awake());
  }

  /** Opens the activity log; the calling thread may differ from the loop's, which begins later. */
  void openActivityLog() {
    activity.open(settings.echoToStdout());
  }

  /**
   * Goes on where an earlier daemon was: before the loop runs, on the thread that made it. Nothing
   * is read or written yet.
   */
  void resume(OutputMemory memory) {
    files.holdBack(memory.backlog());
    children.resume(memory);
  }

  /** Closes what was only held until it was opened anew. */
  void letGo(OutputMemory memory) {
    for (OutputMemory.OfTarget stream : memory.streams()) {
      if (stream.owned()) {
        tools.posix().close(stream.descriptor().fd());
      }
    }
  }

  private void freeze(CompletableFuture<OutputMemory> asked) {
    carryOutAll();
    try {
      asked.complete(memory());
    } catch (RuntimeException e) {
      asked.completeExceptionally(e); // whoever asked would wait for ever
    }
  }

  private OutputMemory memory() {
    return new OutputMemory(
        children.memory(), children.orphans(), files.backlog(), files.streams());
  }

  /** The loop. */
  void run() {
    thread.own();
    while (!closing) {
      turn();
    }
    finish();
  }

  /** The last act, whichever was asked for. */
  void finish() {
    if (frozen == null) {
      end();
    } else {
      freeze(frozen);
    }
  }

  void turn() {
    thread.check();
    long timeout = mailbox.beforeWait() ? tools.timers().untilNext(clock.nanos()) : 0;
    tools.poller().await(timeout);
    mailbox.afterWait();
    tools.timers().fire(clock.nanos(), this::tryToRun);
    carryOutOrders();
    sayWhatWasLost();
    tools.growth().announce();
  }

  /** A fault in one timer's action must not keep the others from running. */
  private void tryToRun(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      tools.log().critical("cannot carry out a timer of the output loop: " + Faults.describe(e));
    }
  }

  private void carryOutOrders() {
    for (int i = 0; i < ORDERS_PER_TURN; i++) {
      Order order = mailbox.take();
      if (order == null) {
        return;
      }
      tryToCarryOut(order);
    }
  }

  /** A fault in one order must not end the loop, or every child would stall. */
  private void tryToCarryOut(Order order) {
    try {
      carryOut(order);
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      String name = order.getClass().getSimpleName();
      tools.log().critical("cannot carry out " + name + ": " + Faults.describe(e));
    }
  }

  private void carryOut(Order order) {
    switch (order) {
      case Order.Prepare prepare -> children.prepare(prepare.child());
      case Order.Attach attach -> children.attach(attach);
      case Order.Adopt adopt -> children.adopt(adopt);
      case Order.Reconfigure next -> children.reconfigure(next.child());
      case Order.Note note -> note(note.entry());
      case Order.Discard discard -> children.discard(discard.token());
      case Order.Append append -> append(append);
      case Order.Drain drain -> children.drain(drain.token());
      case Order.ReopenLogs reopen -> reopenLogs();
      case Order.ClearLogs clear -> answer(clear.done(), () -> clear(clear.logs()));
      case Order.ClearActivityLog clear -> answer(clear.done(), this::clearActivityLog);
      case Order.AddFollower add -> tools.growth().add(add.follower());
      case Order.RemoveFollower remove -> tools.growth().remove(remove.follower());
      case Order.Line line -> write(line);
      case Order.Freeze freeze -> {
        frozen = freeze.memory();
        closing = true;
      }
      case Order.Close close -> closing = true;
    }
  }

  private void note(JournalEntry entry) {
    if (journal != null) {
      journal.add(entry);
    }
  }

  private void append(Order.Append append) {
    orders.appends().giveBack(append.bytes().length);
    children.append(append);
  }

  private void write(Order.Line line) {
    orders.lines().giveBack(line.cost());
    activity.write(line.wallMillis(), line.level(), line.message());
  }

  private void reopenLogs() {
    note("supervisord logreopen");
    files.reopenAll();
  }

  private void clear(ChildLogs logs) {
    if (logs.stdout() != null) {
      files.clear(logs.stdout());
    }
    if (logs.stderr() != null) {
      files.clear(logs.stderr());
    }
  }

  private void clearActivityLog() {
    note("reopening log file");
    activity.clear();
  }

  /** Writes a line at once, so that it stands before what happens next. */
  private void note(String message) {
    if (tools.log().isLogged(LogLevel.INFO)) {
      activity.write(clock.wallMillis(), LogLevel.INFO, message);
    }
  }

  private static void answer(CompletableFuture<Void> done, Runnable action) {
    try {
      action.run();
      done.complete(null);
    } catch (PosixException e) {
      done.completeExceptionally(e);
    }
  }

  private void sayWhatWasLost() {
    long bytes = orders.appends().takeRefused();
    long characters = orders.lines().takeRefused();
    if (bytes > 0) {
      tools.log().warn(bytes + " bytes of appended output lost: too much at once");
    }
    if (characters > 0) {
      tools.log().warn(characters + " characters of this log lost: too much at once");
    }
  }

  /** Writes out all there is, waits a moment for slow readers, and closes everything. */
  void end() {
    children.drainAll();
    carryOutAll();
    awaitReaders();
    files.abandonAllBut(settings.activityLog().file());
    carryOutAll();
    files.abandonAll();
    tools.growth().announce();
    syslog.disconnect();
    tools.poller().close();
  }

  private void carryOutAll() {
    for (Order order = mailbox.take(); order != null; order = mailbox.take()) {
      tryToCarryOut(order);
    }
  }

  private void awaitReaders() {
    long deadline = clock.nanos() + LAST_WAIT_NANOS;
    for (long left = LAST_WAIT_NANOS;
        left > 0 && files.waitForReaders();
        left = deadline - clock.nanos()) {
      tools.poller().await(left);
    }
  }
}
