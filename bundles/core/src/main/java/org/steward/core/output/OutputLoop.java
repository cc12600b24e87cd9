package org.steward.core.output;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.LogAccess.Follow;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.journal.Journal;
import org.steward.core.journal.JournalEntry;
import org.steward.core.posix.Clock;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * The output room's door: takes orders on any thread and has them carried out on the one thread
 * {@code output-loop}. Orders and lines that come before {@link #start} wait.
 */
public final class OutputLoop implements Output {
  private final Posix posix;
  private final Clock clock;
  private final OutputSettings settings;
  private final @Nullable Journal journal;
  private final Orders orders;
  private final ActivityLogger log;
  private final OutputFigures figures = new OutputFigures();
  private volatile boolean ended;
  private @Nullable Thread thread;

  /** A loop that does not run yet, of a daemon without a journal. */
  public OutputLoop(Posix posix, Clock clock, OutputSettings settings) {
    this(posix, clock, settings, null);
  }

  /**
   * A loop that does not run yet.
   *
   * @param journal the loop's to write from its start on; null for none
   */
  public OutputLoop(Posix posix, Clock clock, OutputSettings settings, @Nullable Journal journal) {
    this.posix = posix;
    this.clock = clock;
    this.settings = settings;
    this.journal = journal;
    this.orders = new Orders(posix);
    this.log = new ActivityLogger(settings.activityLog().level(), clock, orders);
  }

  /** What the loop shares with those that give it orders. */
  record Door(Orders orders, ActivityLog log, OutputFigures figures, @Nullable Journal journal) {}

  /**
   * How much children write. Any thread.
   *
   * @param present tells which processes there are
   */
  public MetricsSource figures(Supplier<Set<ProcessId>> present) {
    return figures.source(present);
  }

  /** The daemon's own log. */
  public ActivityLog activityLog() {
    return log;
  }

  /**
   * Opens the activity log and starts the thread. To be called once.
   *
   * @param notices told what happens, on the loop
   * @throws PosixException where the activity log cannot be opened
   */
  public void start(OutputNotices notices) {
    begin(room(notices));
  }

  /**
   * Takes over what an earlier daemon of this process had, and makes ready to go on.
   *
   * @return starts the thread; until then nothing is read or written
   * @throws PosixException where the activity log cannot be opened
   */
  public Runnable resume(OutputNotices notices, OutputMemory memory) {
    OutputRoom room = room(notices);
    room.resume(memory);
    return () -> {
      room.letGo(memory);
      begin(room);
    };
  }

  private void begin(OutputRoom room) {
    Thread loop = new Thread(() -> run(room), "output-loop");
    thread = loop;
    loop.start();
  }

  /** What the loop owns, its activity log open. */
  OutputRoom room(OutputNotices notices) {
    OutputRoom room =
        new OutputRoom(posix, clock, settings, new Door(orders, log, figures, journal), notices);
    room.openActivityLog();
    return room;
  }

  private void run(OutputRoom room) {
    try {
      room.run();
    } finally {
      ended = true;
      refuseWhatIsLeft();
    }
  }

  @Override
  public void prepare(ChildOutput child) {
    orders.put(new Order.Prepare(child));
  }

  @Override
  public void attach(long token, int pid, int stdout, int stderr) {
    orders.put(new Order.Attach(token, pid, stdout, stderr));
  }

  @Override
  public void adopt(ChildOutput child, int pid, int stdout, int stderr) {
    orders.put(new Order.Adopt(child, pid, stdout, stderr));
  }

  @Override
  public void reconfigure(ChildOutput child) {
    orders.put(new Order.Reconfigure(child));
  }

  @Override
  public void note(JournalEntry entry) {
    orders.put(new Order.Note(entry));
  }

  @Override
  public void discard(long token) {
    orders.put(new Order.Discard(token));
  }

  @Override
  public void append(long token, LogStream stream, byte[] bytes) {
    orders.putAppend(new Order.Append(token, stream, bytes));
  }

  @Override
  public boolean hasRoomToAppend() {
    return !orders.appends().exhausted();
  }

  @Override
  public void drain(long token) {
    orders.put(new Order.Drain(token));
  }

  @Override
  public void reopenLogs() {
    orders.put(new Order.ReopenLogs());
  }

  @Override
  public CompletionStage<Void> clearLogs(ProcessId id, ChildLogs logs) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    return answered(new Order.ClearLogs(logs, done), done);
  }

  @Override
  public CompletionStage<Void> clearActivityLog() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    return answered(new Order.ClearActivityLog(done), done);
  }

  @Override
  public Follow follow(Path path, Runnable onGrowth) {
    Follower follower = new Follower(path.toString(), onGrowth, orders);
    orders.put(new Order.AddFollower(follower));
    return follower;
  }

  @Override
  public CompletionStage<OutputMemory> freeze() {
    CompletableFuture<OutputMemory> memory = new CompletableFuture<>();
    return answered(new Order.Freeze(memory), memory);
  }

  /** Waits for the loop's end; not to be called on the loop. */
  @Override
  public void close() {
    Thread loop = thread;
    if (loop == null) {
      return;
    }
    if (loop == Thread.currentThread()) {
      throw new IllegalStateException("cannot wait for the output loop on the output loop");
    }
    orders.put(new Order.Close());
    awaitEnd(loop);
  }

  /** The flag of an interrupt is kept, but the daemon's last lines are worth the wait. */
  private static void awaitEnd(Thread loop) {
    boolean interrupted = false;
    while (loop.isAlive()) {
      try {
        loop.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> CompletionStage<T> answered(Order order, CompletableFuture<T> done) {
    orders.put(order);
    if (ended) {
      refuseWhatIsLeft();
    }
    return done;
  }

  /** Nobody is to wait for an answer of a loop that has ended. */
  private void refuseWhatIsLeft() {
    for (Order order = orders.mailbox().take(); order != null; order = orders.mailbox().take()) {
      switch (order) {
        case Order.ClearLogs clear -> refuse(clear.done());
        case Order.ClearActivityLog clear -> refuse(clear.done());
        case Order.Prepare p -> {}
        case Order.Attach a -> {}
        case Order.Adopt a -> {}
        case Order.Reconfigure r -> {}
        case Order.Note n -> {}
        case Order.Discard d -> {}
        case Order.Append a -> {}
        case Order.Drain d -> {}
        case Order.ReopenLogs r -> {}
        case Order.AddFollower a -> {}
        case Order.RemoveFollower r -> {}
        case Order.Line l -> {}
        case Order.Freeze freeze -> refuse(freeze.memory());
        case Order.Close c -> {}
      }
    }
  }

  private static void refuse(CompletableFuture<?> done) {
    done.completeExceptionally(new IllegalStateException("the output loop has ended"));
  }
}
