package org.steward.eventlisteners.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversation with one listener, whose every word may arrive in any number of reads. */
class ListenerTest {
  private static final String UNKNOWN =
      "WARN l0: has entered the UNKNOWN state and will no longer receive events, this usually"
          + " indicates the process violated the eventlistener protocol";
  private static final String SENT = "DEBG event 0 sent to listener l0";
  private static final String READY = "DEBG l0: ACKNOWLEDGED -> READY";
  private static final String BACK = "DEBG rebuffering event 0 for pool pool (buf size=0, max=10)";
  private static final String GONE = "DEBG l0: BUSY -> UNKNOWN";
  private static final String DONE = "DEBG l0: BUSY -> ACKNOWLEDGED";
  private static final String PROCESSED = "DEBG l0: event was processed";
  private static final String REJECTED = "WARN l0: event was rejected";

  /** What a listener says, and the lines it brings about. */
  record Story(boolean busy, String words, List<String> log) {
    static Story idle(String words, String... log) {
      return new Story(false, words, List.of(log));
    }

    static Story busy(String words, String... log) {
      return new Story(true, words, List.of(log));
    }

    @Override
    public String toString() {
      return (busy ? "BUSY: " : "") + words.replace("\n", "\\n");
    }
  }

  static Stream<Story> stories() {
    return Stream.of(
        Story.idle(""),
        Story.idle("READ"),
        Story.idle("nonse"),
        Story.idle("READY\n", READY),
        Story.idle("READY ", "DEBG l0: ACKNOWLEDGED -> UNKNOWN", UNKNOWN),
        Story.idle("hello world", "DEBG l0: ACKNOWLEDGED -> UNKNOWN", UNKNOWN),
        Story.idle("RESULT 2\nOK", "DEBG l0: ACKNOWLEDGED -> UNKNOWN", UNKNOWN),
        Story.idle("READY\nx", READY, "DEBG l0: READY -> UNKNOWN", UNKNOWN),
        Story.idle("READY\nREADY\n", READY, "DEBG l0: READY -> UNKNOWN", UNKNOWN),
        Story.busy("RESULT 2"),
        Story.busy("RESULT 2\n"),
        Story.busy("RESULT 2\nO"),
        Story.busy("RESULT 2\nOK", PROCESSED, DONE),
        Story.busy("RESULT 2\nOKREAD", PROCESSED, DONE),
        Story.busy("RESULT 2\nOKREADY\n", PROCESSED, DONE, READY),
        Story.busy("RESULT  2 \r\nOK", PROCESSED, DONE),
        Story.busy("RESULT +2\nOK", PROCESSED, DONE),
        Story.busy("whatso 2\nOK", PROCESSED, DONE),
        Story.busy("RESULT 4\nFAIL", REJECTED, DONE, BACK),
        Story.busy("RESULT 0\n", REJECTED, DONE, BACK),
        Story.busy("RESULT 3\nOK\n", REJECTED, DONE, BACK),
        Story.busy("RESULT 2\nok", REJECTED, DONE, BACK),
        Story.busy(
            "RESULT 2\nOK\nREADY\n", PROCESSED, DONE, "DEBG l0: ACKNOWLEDGED -> UNKNOWN", UNKNOWN),
        Story.busy("\n", "WARN l0: bad result line: ''", GONE, UNKNOWN, BACK),
        Story.busy("RESULT\n", "WARN l0: bad result line: 'RESULT'", GONE, UNKNOWN, BACK),
        Story.busy("RESULT two\n", "WARN l0: bad result line: 'RESULT two'", GONE, UNKNOWN, BACK),
        Story.busy("RESULT -1\n", "WARN l0: bad result line: 'RESULT -1'", GONE, UNKNOWN, BACK),
        Story.busy(
            "RESULT 99999999999\n",
            "WARN l0: bad result line: 'RESULT 99999999999'",
            GONE,
            UNKNOWN,
            BACK),
        Story.busy(
            "caf\u00c3\u00a9\n", "WARN l0: bad result line: 'caf\u00e9'", GONE, UNKNOWN, BACK),
        Story.busy(
            "\u00ff'\n",
            "WARN l0: bad result line: 'Undecodable: b\"\\xff'\"'",
            GONE,
            UNKNOWN,
            BACK));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void wordsMeanTheSameHoweverTheyAreSplit(Story story) {
    String words = story.words();
    for (int first = 0; first <= words.length(); first++) {
      for (int second = first; second <= words.length(); second++) {
        Stage stage = opened(story);
        say(stage, words.substring(0, first));
        say(stage, words.substring(first, second));
        say(stage, words.substring(second));
        assertThat(stage.host.conversation())
            .as("split at %d, %d", first, second)
            .isEqualTo(story.log());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void wordsMeanTheSameByteByByte(Story story) {
    Stage stage = opened(story);
    story.words().chars().forEach(c -> say(stage, String.valueOf((char) c)));
    assertThat(stage.host.conversation()).isEqualTo(story.log());
  }

  private static Stage opened(Story story) {
    Stage stage = Stage.running();
    if (story.busy()) {
      stage.says(0, "READY\n");
      stage.publish("event");
      assertThat(stage.host.conversation()).containsExactly(READY, SENT);
    }
    stage.host.log.clear();
    return stage;
  }

  private static void say(Stage stage, String words) {
    if (!words.isEmpty()) {
      stage.says(0, words);
    }
  }

  @Test
  void whatAListenerWritesIsLoggedAsSupervisorLogsIt() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    assertThat(stage.host.log.getFirst()).isEqualTo("DEBG 'l0' stdout output:\nb'READY\\n'");
  }

  @Test
  void unknownLastsUntilTheProcessIsStartedAgain() {
    Stage stage = Stage.running();
    stage.says(0, "nonsense");
    stage.publish("one");
    stage.says(0, "READY\n");
    assertThat(stage.host.sent).isEmpty();

    stage.end(0);
    stage.run(0);
    stage.says(0, "READY\n");
    assertThat(stage.host.serials()).containsExactly(0L);
  }

  @Test
  void halfATokenIsForgottenWhenTheProcessEnds() {
    Stage stage = Stage.running();
    stage.says(0, "REA");
    stage.end(0);
    stage.run(0);
    stage.says(0, "DY\n123");
    assertThat(stage.host.log).contains("DEBG l0: ACKNOWLEDGED -> UNKNOWN");
  }

  @Test
  void aResultThatNeverEndsMakesTheListenerUnknown() {
    Stage stage = Stage.running();
    stage.says(0, "READY\n");
    stage.publish("event");
    stage.host.log.clear();
    for (int i = 0; i <= 16; i++) {
      stage.says(0, "x".repeat(Listener.MOST_UNREAD / 16));
    }
    assertThat(stage.host.conversation())
        .containsExactly(
            "WARN l0: wrote 1114112 bytes that complete no result", GONE, UNKNOWN, BACK);
  }
}
