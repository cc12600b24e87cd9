package org.steward.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.testing.FakeLogs;

class LogEndTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void theLastBytesAreShown() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "one\ntwo\n");
    try (LogEnd end = new LogEnd(log, new PrintStream(shown, true, UTF_8))) {
      end.showLast(4);
    }
    assertThat(shown.toString(UTF_8)).isEqualTo("two\n");
  }

  @Test
  void whatIsAddedAndWhatReplacesTheFileIsFollowedUntilAnInterrupt() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "one\n");
    LogEnd end = new LogEnd(log, new PrintStream(shown, true, UTF_8));
    Thread follower =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (end) {
                    end.showLast(100);
                    end.follow(new FakeLogs());
                  } catch (Exception ended) {
                    // by the interrupt
                  }
                });
    awaitShown("one\n");
    Files.writeString(log, "two\n", StandardOpenOption.APPEND);
    awaitShown("one\ntwo\n");
    Files.move(log, folder.resolve("log.1"));
    Files.writeString(log, "three\n");
    awaitShown("one\ntwo\nthree\n");
    follower.interrupt();
    follower.join(20_000);
    assertThat(follower.isAlive()).isFalse();
  }

  private void awaitShown(String text) {
    await().until(() -> shown.toString(UTF_8).equals(text));
  }
}
