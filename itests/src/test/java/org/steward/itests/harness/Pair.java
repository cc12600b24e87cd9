package org.steward.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/**
 * A daemon of this distribution and one of Debian's Supervisor on the same configuration.
 *
 * @param steward ours
 * @param debian the original
 */
public record Pair(Daemon steward, Daemon debian) {

  /** Starts both and waits until they are up. */
  public Pair start() {
    steward.launch();
    debian.launch();
    return awaitLog("supervisord started with pid");
  }

  /** Waits for a text in both activity logs. */
  public Pair awaitLog(String text) {
    return each(daemon -> daemon.awaitLog(text));
  }

  /** Waits until a text is in that many lines of both activity logs. */
  public Pair awaitLog(String text, int times) {
    return each(daemon -> daemon.awaitLog(text, times));
  }

  /** Does something to both. */
  public Pair each(Consumer<Daemon> action) {
    action.accept(steward);
    action.accept(debian);
    return this;
  }

  /** Sends both SIGTERM, and waits for their ends. */
  public Pair stop() {
    return each(daemon -> daemon.signal("TERM")).each(Daemon::awaitExit);
  }

  /** Asserts that both logs tell the same of a program. */
  public void assertSameStory(String program) {
    assertThat(steward.story(program))
        .as("what the logs tell of " + program)
        .isNotEmpty()
        .isEqualTo(debian.story(program));
  }
}
