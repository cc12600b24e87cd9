package org.steward.core.loop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.journal.Journal;
import org.steward.core.journal.RecordText;
import org.steward.core.journal.Search;
import org.steward.core.journal.Survivor;
import org.steward.core.journal.TextLine;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ManualClock;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;
import org.steward.core.spi.PoolsMemory;

/** A supervision loop in virtual time on a scripted kernel; the test's thread is the loop's. */
final class LoopHarness {
  final ManualClock clock = new ManualClock();
  final FakePosix posix = new FakePosix(clock);
  final FakeOutput output = new FakeOutput(posix);
  final RecordingLog log = new RecordingLog();
  final List<SupervisorEvent> events = new ArrayList<>();
  final RecordingProtocol listeners = new RecordingProtocol();
  final Map<String, GroupConfig> configured = new LinkedHashMap<>();
  SupervisionLoop loop;
  private final ArrayDeque<Runnable> replies = new ArrayDeque<>();
  private final boolean adopts;
  private final boolean isolates;
  private boolean goesOn = true;

  /** A loop that begins with these groups. */
  LoopHarness(GroupConfig... configured) {
    this(false, false, configured);
  }

  private LoopHarness(boolean adopts, boolean isolates, GroupConfig... configured) {
    this.adopts = adopts;
    this.isolates = isolates;
    for (GroupConfig group : configured) {
      this.configured.put(group.name(), group);
    }
    loop = live();
  }

  /** One whose children outlive it. */
  static LoopHarness adopting(GroupConfig... configured) {
    return new LoopHarness(true, false, configured);
  }

  /** One with control groups for its children. */
  static LoopHarness isolating() {
    return new LoopHarness(false, true);
  }

  /** A new daemon with the groups that are configured now. */
  private SupervisionLoop live() {
    Journal journal =
        adopts ? Journal.open(posix, Path.of("/state"), complaint -> log.error(complaint)) : null;
    Map<ProcessId, Survivor> survivors = journal == null ? Map.of() : Search.run(posix, journal);
    output.journal = journal;
    Lineage lineage =
        journal == null
            ? Lineage.NONE
            : new Lineage(true, "life" + clock.nanos(), journal.recollection().greatestToken());
    SupervisionLoop begun = make(lineage);
    Set<ProcessId> unconfigured = new LinkedHashSet<>(survivors.keySet());
    for (GroupConfig group : configured.values()) {
      watch(begun.handle().addGroup(new GroupSpec(group, Map.of(), among(group, survivors))));
      group.processes().forEach(process -> unconfigured.remove(process.id()));
    }
    begun.handle().groupsComplete();
    unconfigured.forEach(id -> begun.handle().stopLeftover(survivors.get(id)));
    goesOn = true;
    begun.begin();
    return begun;
  }

  private SupervisionLoop make(Lineage lineage) {
    SupervisionLoop made =
        new SupervisionLoop(
            posix,
            clock,
            new Rim(output, log),
            new Workers(replies::add, replies::add),
            new LoopSettings(
                "supervisor",
                Map.of("PATH", "/bin:/usr/bin"),
                "unix:///tmp/s",
                false,
                lineage,
                isolates),
            (user, path, argv) -> null);
    loop = made;
    output.notify(made.notices());
    made.handle().attachListeners(listeners);
    return made;
  }

  private static Map<ProcessId, Survivor> among(
      GroupConfig group, Map<ProcessId, Survivor> survivors) {
    Map<ProcessId, Survivor> own = new LinkedHashMap<>();
    for (ProcessConfig process : group.processes()) {
      Survivor survivor = survivors.get(process.id());
      if (survivor != null) {
        own.put(process.id(), survivor);
      }
    }
    return own;
  }

  boolean isAdopting() {
    return adopts;
  }

  /** How many descriptors the daemon had open before it looked after any child. */
  int descriptorsWhenBegun() {
    return adopts ? 8 : 6;
  }

  /** The daemon dies without a word. */
  void kill() {
    posix.killDaemon();
    output.daemonDied();
    replies.clear();
    goesOn = false;
  }

  /** Another daemon comes up. */
  void revive() {
    live();
  }

  /**
   * Another program takes the daemon's place in its process, and gets what the loop knew as text.
   *
   * @param meanwhile what happens while there is no daemon
   * @return false where the daemon was stopping everything, and so is not replaced
   */
  boolean replace(Runnable meanwhile) {
    Answer<Void> asked = watch(loop.handle().freeze());
    until(() -> asked.given || !goesOn);
    if (asked.failure != null) {
      return false;
    }
    untilEnd();
    if (loop.state() != SupervisorState.RUNNING) {
      return false;
    }
    TextLine line = new TextLine("state");
    Set<Integer> kept = new LinkedHashSet<>(output.descriptors());
    kept.addAll(RecordText.write("loop", loop.remember().loop(), line));
    loop.close();
    handReplies();
    posix.replaceDaemon(kept);
    meanwhile.run();
    SupervisionLoop next = make(Lineage.NONE);
    goesOn = true;
    next.resume(RecordText.read("loop", LoopMemory.class, TextLine.parse(line.toString())));
    next.begin();
    return true;
  }

  /** What became of a request. */
  static final class Answer<T> {
    @Nullable T value;
    @Nullable Throwable failure;
    boolean given;

    SupervisorFault fault() {
      if (failure instanceof SupervisorFault fault) {
        return fault;
      }
      throw new AssertionError("no fault but " + (given ? "success" : "no answer"));
    }
  }

  Answer<Void> add(ProcessConfig... processes) {
    return add(new GroupConfig.Programs(processes[0].id().group(), 999, List.of(processes)));
  }

  Answer<Void> add(GroupConfig group) {
    configured.putIfAbsent(group.name(), group);
    return watch(loop.handle().addGroup(new GroupSpec(group, Map.of())));
  }

  /** Has a group of programs follow another configuration. */
  Answer<Void> update(ProcessConfig... processes) {
    return update(
        new GroupSpec(
            new GroupConfig.Programs(processes[0].id().group(), 999, List.of(processes)),
            Map.of()));
  }

  Answer<Void> update(GroupSpec group) {
    return watch(loop.handle().updateGroup(group));
  }

  Answer<Void> remove(String group) {
    Reply<Void> reply = new Reply<>();
    loop.handle().post(new Message.RemoveGroup(group, reply));
    return watch(reply.stage());
  }

  Answer<List<ProcessOutcome>> start(Selection selection, boolean awaited) {
    return start(selection, awaited, Map.of());
  }

  Answer<List<ProcessOutcome>> start(
      Selection selection, boolean awaited, Map<ProcessId, SupervisorFault> unstartable) {
    Reply<List<ProcessOutcome>> reply = new Reply<>();
    loop.handle().post(new Message.Start(selection, awaited, unstartable, reply));
    return watch(reply.stage());
  }

  Answer<List<ProcessOutcome>> stop(Selection selection, boolean awaited) {
    Reply<List<ProcessOutcome>> reply = new Reply<>();
    loop.handle().post(new Message.Stop(selection, awaited, reply));
    return watch(reply.stage());
  }

  Answer<List<ProcessOutcome>> signal(Selection selection, int signal) {
    Reply<List<ProcessOutcome>> reply = new Reply<>();
    loop.handle().post(new Message.SendSignal(selection, signal, reply));
    return watch(reply.stage());
  }

  Answer<Void> sendStdin(ProcessId id, String text) {
    Reply<Void> reply = new Reply<>();
    loop.handle().post(new Message.SendStdin(id, text.getBytes(StandardCharsets.UTF_8), reply));
    return watch(reply.stage());
  }

  Answer<Void> end(SupervisorState mode) {
    return watch(loop.handle().end(mode));
  }

  private static <T> Answer<T> watch(CompletionStage<T> stage) {
    Answer<T> answer = new Answer<>();
    stage.whenComplete(
        (value, failure) -> {
          answer.value = value;
          answer.failure = failure instanceof CompletionException ? failure.getCause() : failure;
          answer.given = true;
        });
    return answer;
  }

  /** One turn, and the replies it gave. Returns whether the loop goes on. */
  boolean turn() {
    goesOn = loop.turn();
    handReplies();
    return goesOn;
  }

  private void handReplies() {
    for (Runnable reply = replies.poll(); reply != null; reply = replies.poll()) {
      reply.run();
    }
  }

  /** Turns until it is so. */
  void until(BooleanSupplier condition) {
    for (int i = 0; i < 10_000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      if (!goesOn) {
        throw new AssertionError("the loop has ended: " + log.lines);
      }
      turn();
    }
    throw new AssertionError("not so after 10,000 turns: " + log.lines);
  }

  /** Turns until all that can happen before the given time has passed has happened. */
  void pass(Duration time) {
    long end = clock.nanos() + time.toNanos();
    boolean[] reached = {false};
    posix.after(time, () -> reached[0] = true);
    posix.after(time, () -> loop.handle().post(new Message.Execute(() -> {})));
    until(() -> reached[0] && clock.nanos() - end >= 0);
    turnWhileBusy();
  }

  /** Turns as long as something waits to be done now. */
  void turnWhileBusy() {
    for (int i = 0; i < 5 && goesOn; i++) {
      loop.handle().post(new Message.Execute(() -> {}));
      turn();
    }
  }

  /** Turns to the end. */
  void untilEnd() {
    for (int i = 0; goesOn; i++) {
      if (i > 100_000) {
        throw new AssertionError("does not end: " + log.lines);
      }
      turn();
    }
  }

  boolean hasEnded() {
    return !goesOn;
  }

  ProcessSnapshot process(String group, String name) {
    return loop.handle().snapshot().process(new ProcessId(group, name)).orElseThrow();
  }

  /** The state of a program alone in its group; STOPPED as long as it was not added. */
  ProcessState state(String name) {
    return stateOf(name, name);
  }

  /** The state of a process; STOPPED as long as it was not added. */
  ProcessState stateOf(String group, String name) {
    return loop.handle()
        .snapshot()
        .process(new ProcessId(group, name))
        .map(ProcessSnapshot::state)
        .orElse(ProcessState.STOPPED);
  }

  FakeProcess child(String name) {
    return posix.process(process(name, name).pid());
  }

  static Selection one(String name) {
    return new Selection.One(new ProcessId(name, name));
  }

  /** Remembers what the event listener bundle is told. */
  final class RecordingProtocol implements ListenerProtocol {
    final List<String> calls = new ArrayList<>();

    /** The events before each pool was added. */
    final Map<String, List<SupervisorEvent>> missed = new HashMap<>();

    @Nullable PoolHost host;
    @Nullable PoolsMemory memory;

    @Override
    public void resumed(PoolsMemory left, PoolHost poolHost) {
      memory = left;
      calls.add("resumed");
    }

    @Override
    public PoolsMemory detached() {
      calls.add("detached");
      return new PoolsMemory(7, List.of());
    }

    @Override
    public void poolAdded(PoolSpec pool, PoolHost poolHost) {
      host = poolHost;
      calls.add("added " + pool.name());
      missed.put(pool.name(), List.copyOf(events));
    }

    @Override
    public void poolRemoved(String pool) {
      calls.add("removed " + pool);
    }

    @Override
    public void published(SupervisorEvent event) {
      events.add(event);
    }

    @Override
    public void listenerStarted(ProcessId listener) {
      calls.add("started " + listener);
    }

    @Override
    public void listenerRunning(ProcessId listener) {
      calls.add("running " + listener);
    }

    @Override
    public void listenerStopping(ProcessId listener) {
      calls.add("stopping " + listener);
    }

    @Override
    public void listenerEnded(ProcessId listener) {
      calls.add("ended " + listener);
    }

    @Override
    public void received(ProcessId listener, byte[] bytes) {
      calls.add("received " + new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
