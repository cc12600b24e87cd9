package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.ProcessConfig;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/**
 * Stories of users, crashes and a failing system, drawn from a seed. Whatever happens: never two
 * children of one program, every state change an event that continues the one before, every request
 * answered, nothing left open.
 */
class RandomStoriesTest {
  private static final int STORIES = Integer.getInteger("steward.stories", 5_000);
  private static final int STEPS = 60;
  private static final long FIRST_SEED = Long.getLong("steward.seed", 1L);

  private static int told;
  private static int deaths;

  @Test
  void everyStoryKeepsThePromises() {
    tell(seed -> new Story(seed, new LoopHarness()));
  }

  /** The daemon is killed in the midst of any system call, and another one comes up. */
  @Test
  void everyStoryKeepsThePromisesThoughTheDaemonDies() {
    tell(seed -> new Story(seed, LoopHarness.adopting()));
  }

  /** Another program takes the daemon's place, again and again. */
  @Test
  void everyStoryKeepsThePromisesThoughTheDaemonIsReplaced() {
    tell(seed -> new Story(seed, new LoopHarness()).withReplacements());
  }

  /** For docs/reference/resilience.md. */
  @AfterAll
  static void note() throws IOException {
    Figures.write("stories", "stories.told=" + told + "\nstories.deaths=" + deaths + "\n");
  }

  private static void tell(LongFunction<Story> stories) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + STORIES; seed++) {
      try {
        stories.apply(seed).tell();
        told++;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "story with seed "
                + seed
                + " (run it alone: -Dsteward.seed="
                + seed
                + " -Dsteward.stories=1)",
            e);
      }
    }
  }

  /** One story. */
  private static final class Story {
    private final Random random;
    private final LoopHarness harness;
    private final boolean mortal;
    private final List<Answer<?>> answers = new ArrayList<>();
    private int descriptorsBefore;
    private int eventsBeforeDeath;
    private boolean hasDied;
    private final int programs;
    private boolean ending;
    private boolean replaced;

    Story(long seed, LoopHarness harness) {
      this.harness = harness;
      mortal = harness.isAdopting();
      random = new Random(seed);
      programs = 1 + random.nextInt(4);
      harness.posix.shuffleEvents(random);
      harness.posix.scriptProcesses(request -> script());
      descriptorsBefore = harness.posix.openDescriptors().size();
    }

    Story withReplacements() {
      replaced = true;
      return this;
    }

    void tell() {
      for (int i = 0; i < programs; i++) {
        answers.add(harness.add(program(i)));
      }
      for (int step = 0; step < STEPS && !harness.hasEnded(); step++) {
        if (mortal && random.nextInt(15) == 0) {
          harness.posix.killAtCall(1 + random.nextInt(60));
        }
        if (replaced && random.nextInt(15) == 0) {
          replace();
        } else {
          survive(
              () -> {
                act();
                if (!harness.hasEnded()) {
                  harness.turn();
                }
              });
        }
        check();
      }
      harness.posix.killAtCall(0);
      if (!ending) {
        answers.add(harness.end(SupervisorState.SHUTDOWN));
      }
      harness.untilEnd();
      check();
      checkEnd();
    }

    private void replace() {
      harness.replace(
          () -> {
            harness.clock.advance(Duration.ofMillis(random.nextInt(3_000)));
            for (int i = random.nextInt(3); i > 0; i--) {
              anyChild().ifPresent(child -> child.exit(random.nextInt(2)));
            }
          });
      check();
    }

    private void survive(Runnable life) {
      try {
        life.run();
      } catch (FakePosix.KilledError killed) {
        dieAndRevive();
      }
    }

    private void dieAndRevive() {
      harness.kill();
      deaths++;
      hasDied = true;
      answers.removeIf(answer -> !answer.given);
      harness.clock.advance(Duration.ofMillis(random.nextInt(3_000)));
      for (int i = random.nextInt(3); i > 0; i--) {
        anyChild().ifPresent(child -> child.exit(random.nextInt(2)));
      }
      if (random.nextInt(4) == 0) {
        harness.configured.keySet().stream()
            .skip(random.nextInt(1 + harness.configured.size()))
            .findFirst()
            .ifPresent(harness.configured::remove);
      }
      if (random.nextInt(3) == 0) {
        harness.posix.killAtCall(1 + random.nextInt(40));
      }
      check();
      eventsBeforeDeath = harness.events.size();
      survive(harness::revive);
      ending = false;
      descriptorsBefore = harness.descriptorsWhenBegun();
    }

    private ProcessConfig program(int number) {
      Configs program = Configs.program("p" + number);
      if (random.nextInt(4) == 0) {
        program.killtree();
      }
      return program
          .command(random.nextInt(4) == 0 ? "/bin/sh" : "/bin/cat")
          .autostart(random.nextBoolean())
          .startsecs(random.nextInt(3))
          .startretries(random.nextInt(4))
          .autorestart(AutoRestart.values()[random.nextInt(3)])
          .stop(Signals.SIGTERM, 1 + random.nextInt(5), random.nextBoolean(), true)
          .build();
    }

    private ProcessScript script() {
      return switch (random.nextInt(6)) {
        case 0 -> ProcessScript.ignoring(Signals.SIGTERM);
        case 1 -> ProcessScript.cleaningUpFor(Duration.ofMillis(random.nextInt(3_000)));
        case 2 ->
            ProcessScript.exitingAfter(Duration.ofMillis(random.nextInt(5_000)), random.nextInt(2));
        case 3 -> ProcessScript.exitingAfter(Duration.ZERO, 1);
        default -> ProcessScript.obedient();
      };
    }

    private void act() {
      Selection selection =
          switch (random.nextInt(4)) {
            case 0 -> new Selection.All();
            case 1 -> new Selection.Group("p" + random.nextInt(programs + 1));
            default -> LoopHarness.one("p" + random.nextInt(programs + 1));
          };
      switch (random.nextInt(15)) {
        case 0, 1 -> answers.add(harness.start(selection, random.nextBoolean()));
        case 2, 3 -> answers.add(harness.stop(selection, random.nextBoolean()));
        case 4 -> answers.add(harness.signal(selection, Signals.SIGUSR1));
        case 5 -> anyChild().ifPresent(child -> child.exit(random.nextInt(3)));
        case 6 -> anyChild().ifPresent(child -> child.die(Signals.SIGKILL));
        case 7 -> harness.output.failNext(Errno.EACCES);
        case 8 -> harness.posix.failSpawn("fork", Errno.EAGAIN);
        case 9 ->
            answers.add(
                harness.sendStdin(new ProcessId("p0", "p0"), "x".repeat(random.nextInt(100_000))));
        case 10 -> answers.add(harness.remove("p" + random.nextInt(programs)));
        case 11 -> answers.add(harness.add(program(random.nextInt(programs))));
        case 12 -> harness.clock.stepWallClock(Duration.ofSeconds(random.nextInt(20_000) - 10_000));
        case 13 -> update(program(random.nextInt(programs)));
        default -> maybeEnd();
      }
    }

    private void update(ProcessConfig wanted) {
      String group = wanted.id().group();
      harness.configured.computeIfPresent(group, (name, old) -> old.withProcesses(List.of(wanted)));
      answers.add(harness.update(wanted));
    }

    private void maybeEnd() {
      if (random.nextInt(20) == 0) {
        ending = true;
        harness.posix.raise(random.nextBoolean() ? Signals.SIGTERM : Signals.SIGHUP);
      } else if (!harness.hasEnded()) {
        harness.turn();
      }
    }

    private java.util.Optional<FakeProcess> anyChild() {
      List<FakeProcess> alive =
          harness.posix.spawned().stream().filter(FakeProcess::alive).toList();
      return alive.isEmpty()
          ? java.util.Optional.empty()
          : java.util.Optional.of(alive.get(random.nextInt(alive.size())));
    }

    private void check() {
      neverTwoChildrenOfOneProgram();
      harness.assertSound();
    }

    private void neverTwoChildrenOfOneProgram() {
      Map<String, Integer> alive = new HashMap<>();
      for (FakeProcess child : harness.posix.spawned()) {
        if (child.alive()) {
          String name =
              child.request().environment().stream()
                  .filter(entry -> entry.startsWith("SUPERVISOR_PROCESS_NAME="))
                  .findFirst()
                  .orElseThrow();
          assertThat(alive.merge(name, 1, Integer::sum)).as(name).isEqualTo(1);
        }
      }
    }

    private void checkEnd() {
      for (Answer<?> answer : answers) {
        assertThat(answer.given).as("every request is answered").isTrue();
      }
      assertThat(harness.posix.spawned()).noneMatch(FakeProcess::alive);
      assertThat(harness.output.openChildren()).isZero();
      assertThat(harness.posix.openDescriptors()).hasSize(descriptorsBefore);
      for (ProcessSnapshot process : harness.loop.handle().snapshot().processes()) {
        assertThat(process.state().isStopped()).as("%s", process).isTrue();
        assertThat(process.pid()).isZero();
      }
      eventsTellTheWholeStory();
    }

    private void eventsTellTheWholeStory() {
      // Of processes that lived through the daemon's death, later events go on from any state.
      Map<ProcessId, ProcessState> last = new HashMap<>();
      for (SupervisorEvent event :
          harness.events.subList(eventsBeforeDeath, harness.events.size())) {
        if (event instanceof ProcessGroupChanged change) {
          last.keySet().removeIf(id -> id.group().equals(change.group()));
        } else if (event instanceof ProcessStateChanged change) {
          ProcessState before = last.put(change.id(), change.to());
          if (before != null || !hasDied) {
            assertThat(change.from())
                .as("%s continues", change)
                .isEqualTo(before == null ? ProcessState.STOPPED : before);
          }
        }
      }
      for (ProcessSnapshot process : harness.loop.handle().snapshot().processes()) {
        ProcessState unheardOf = !hasDied ? ProcessState.STOPPED : process.state();
        assertThat(last.getOrDefault(process.id(), unheardOf)).isEqualTo(process.state());
      }
    }
  }
}
