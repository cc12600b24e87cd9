package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
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

/**
 * A supervision loop in virtual time on a scripted kernel; the test's thread is the loop's. As an
 * extension it sees to it that no test misuses the kernel or meets a fault of the loop unnoticed.
 */
final class LoopHarness implements AfterEachCallback {
  final ManualClock clock = new ManualClock();
  final FakePosix posix = new FakePosix(clock);
  final FakeOutput output = new FakeOutput(posix);
  final RecordingLog log = new RecordingLog();
  final RecordingProtocol listeners = new RecordingProtocol();
  final List<SupervisorEvent> events = listeners.events;
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

  @Override
  public void afterEach(ExtensionContext test) {
    assertSound();
  }

  /** Nothing was asked of the kernel that it would refuse, and no item of a turn failed. */
  void assertSound() {
    assertThat(posix.misuses()).isEmpty();
    assertThat(log.lines).noneMatch(line -> line.contains("supervision loop:"));
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
      Answer.to(begun.handle().addGroup(new GroupSpec(group, Map.of(), among(group, survivors))));
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
    Answer<Void> asked = Answer.to(loop.handle().freeze());
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

  Answer<Void> add(ProcessConfig... processes) {
    return add(new GroupConfig.Programs(processes[0].id().group(), 999, List.of(processes)));
  }

  Answer<Void> add(GroupConfig group) {
    configured.putIfAbsent(group.name(), group);
    return Answer.to(loop.handle().addGroup(new GroupSpec(group, Map.of())));
  }

  /** Has a group of programs follow another configuration. */
  Answer<Void> update(ProcessConfig... processes) {
    return update(
        new GroupSpec(
            new GroupConfig.Programs(processes[0].id().group(), 999, List.of(processes)),
            Map.of()));
  }

  Answer<Void> update(GroupSpec group) {
    return Answer.to(loop.handle().updateGroup(group));
  }

  Answer<Void> remove(String group) {
    return Answer.to(loop.handle().removeGroup(group));
  }

  Answer<List<ProcessOutcome>> start(Selection selection, boolean awaited) {
    return start(selection, awaited, Map.of());
  }

  Answer<List<ProcessOutcome>> start(
      Selection selection, boolean awaited, Map<ProcessId, SupervisorFault> unstartable) {
    return Answer.to(loop.handle().start(selection, awaited, unstartable));
  }

  Answer<List<ProcessOutcome>> stop(Selection selection, boolean awaited) {
    return Answer.to(loop.handle().stop(selection, awaited));
  }

  Answer<List<ProcessOutcome>> signal(Selection selection, int signal) {
    return Answer.to(loop.handle().signal(selection, signal));
  }

  Answer<Void> sendStdin(ProcessId id, String text) {
    return Answer.to(loop.handle().sendStdin(id, text.getBytes(StandardCharsets.UTF_8)));
  }

  Answer<Void> end(SupervisorState mode) {
    return Answer.to(loop.handle().end(mode));
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
}
