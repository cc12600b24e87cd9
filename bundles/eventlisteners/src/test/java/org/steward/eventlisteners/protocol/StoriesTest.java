package org.steward.eventlisteners.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random stories of a pool and its listeners: good ones, liars, mumblers, ones that
 * die or close their stdin. Whatever happens, the same few things hold.
 */
class StoriesTest {
  private static final int STORIES = 3000;
  private static final int STEPS = 120;
  private static final Pattern DISCARDED =
      Pattern.compile("ERRO .* discarding (event \\d+|(\\d+) more events, .*)");

  @Test
  void whateverListenersDoNoEventIsLostInSilence() {
    for (long seed = 0; seed < STORIES; seed++) {
      try {
        new Story(seed).play();
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("the story of seed " + seed + " does not hold", broken);
      }
    }
  }

  /** One listener process as it is, which its pool only hears of. */
  private static final class Actor {
    boolean alive;
    boolean running;

    /** It has said READY, or half of it, and nothing it should not. */
    boolean ready;

    /** What it was sent and has not answered. */
    int unanswered;
  }

  private static final class Story {
    private final Random random;
    private final Stage stage;
    private final Actor[] actors;
    private final Set<Long> processed = new HashSet<>();
    private final Set<Long> seen = new HashSet<>();
    private long published;
    private long newestSent = -1;
    private int sentSeen;

    Story(long seed) {
      random = new Random(seed);
      int listeners = 1 + random.nextInt(3);
      stage = Stage.with(listeners, 1 + random.nextInt(5));
      actors = new Actor[listeners];
      for (int i = 0; i < listeners; i++) {
        actors[i] = new Actor();
      }
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        act(random.nextInt(actors.length));
        checkSends();
      }
      drain();
      checkNothingLost();
    }

    private void act(int i) {
      Actor actor = actors[i];
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> publish();
        case 3, 4 -> {
          if (!actor.alive) {
            start(i);
          } else if (!actor.running) {
            actor.running = true;
            stage.pools.listenerRunning(stage.listeners.get(i));
          }
        }
        case 5 -> {
          if (actor.alive && random.nextInt(3) == 0) {
            end(i);
          }
        }
        case 6 -> {
          if (actor.alive && random.nextInt(6) == 0) {
            actor.running = false;
            stage.pools.listenerStopping(stage.listeners.get(i));
          }
        }
        case 7 -> {
          if (actor.alive && random.nextInt(6) == 0) {
            stage.host.closedStdins.add(stage.listeners.get(i));
          }
        }
        case 8 -> {
          if (actor.alive && random.nextInt(4) == 0) {
            actor.ready = false;
            says(i, random.nextBoolean() ? "rubbish\n" : "READY\nREADY\n");
          }
        }
        default -> behave(i);
      }
    }

    private void behave(int i) {
      Actor actor = actors[i];
      if (!actor.alive) {
        return;
      }
      if (actor.unanswered > 0) {
        answer(i, random.nextInt(4) == 0 ? "FAIL" : "OK");
      } else if (!actor.ready) {
        actor.ready = true;
        says(i, "READY\n");
      }
    }

    private void answer(int i, String result) {
      Actor actor = actors[i];
      actor.unanswered = 0;
      actor.ready = random.nextBoolean();
      long serial = lastSentTo(i);
      int before = count("DEBG l" + i + ": event was processed");
      says(i, "RESULT " + result.length() + "\n" + result + (actor.ready ? "READY\n" : ""));
      if (count("DEBG l" + i + ": event was processed") > before) {
        assertThat(result).isEqualTo("OK");
        assertThat(processed.add(serial)).as("event %d processed once", serial).isTrue();
      }
    }

    private void says(int i, String words) {
      int cut = random.nextInt(words.length() + 1);
      if (cut > 0) {
        stage.says(i, words.substring(0, cut));
      }
      if (cut < words.length()) {
        stage.says(i, words.substring(cut));
      }
    }

    private void publish() {
      stage.publish("event " + published++);
    }

    private void start(int i) {
      actors[i].alive = true;
      actors[i].ready = false;
      actors[i].unanswered = 0;
      stage.host.closedStdins.remove(stage.listeners.get(i));
      stage.pools.listenerStarted(stage.listeners.get(i));
    }

    private void end(int i) {
      actors[i].alive = false;
      actors[i].running = false;
      stage.end(i);
    }

    /** Checks all sends since the last look. */
    private void checkSends() {
      for (; sentSeen < stage.host.sent.size(); sentSeen++) {
        FakePoolHost.Sent sent = stage.host.sent.get(sentSeen);
        Actor actor = actors[stage.listeners.indexOf(sent.listener())];
        actor.unanswered++;
        assertThat(actor.unanswered).as("events in flight").isEqualTo(1);
        assertThat(sent.poolSerial()).isEqualTo(sent.serial());
        if (seen.add(sent.serial())) {
          assertThat(sent.serial()).as("first sends are in order").isGreaterThan(newestSent);
          newestSent = sent.serial();
        }
      }
    }

    private long lastSentTo(int i) {
      return stage.host.sent.stream()
          .filter(sent -> sent.listener().equals(stage.listeners.get(i)))
          .reduce((first, second) -> second)
          .orElseThrow()
          .serial();
    }

    /** Replaces all listeners by one that does as it should, until nothing comes any more. */
    private void drain() {
      for (int i = 0; i < actors.length; i++) {
        if (actors[i].alive) {
          end(i);
        }
      }
      start(0);
      stage.pools.listenerRunning(stage.listeners.get(0));
      stage.says(0, "READY\n");
      checkSends();
      while (actors[0].unanswered > 0) {
        actors[0].unanswered = 0;
        long serial = lastSentTo(0);
        stage.says(0, "RESULT 2\nOK");
        assertThat(processed.add(serial)).as("event %d processed once", serial).isTrue();
        stage.says(0, "READY\n");
        checkSends();
      }
    }

    private void checkNothingLost() {
      stage.host.passTime();
      long discarded = 0;
      for (String line : stage.host.log) {
        Matcher said = DISCARDED.matcher(line);
        if (said.matches()) {
          discarded += said.group(2) == null ? 1 : Long.parseLong(said.group(2));
        }
      }
      assertThat(processed.size() + discarded).isEqualTo(published);
    }

    private int count(String line) {
      return (int) stage.host.log.stream().filter(line::equals).count();
    }
  }
}
