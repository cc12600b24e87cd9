package org.steward.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEndTest {
  @TempDir Path directory;

  private String end(String content, int limit) throws IOException {
    return LogEnd.read(Files.writeString(directory.resolve("log"), content), limit);
  }

  @Test
  void readsNoMoreThanAskedFor() throws IOException {
    assertThat(end("0123456789", 4)).isEqualTo("6789");
    assertThat(end("0123456789", 100)).isEqualTo("0123456789");
    assertThat(end("", 100)).isEmpty();
  }

  @Test
  void beginsWithAWholeCharacter() throws IOException {
    assertThat(end("ab\uD83D\uDE00cd", 5)).isEqualTo("cd");
    assertThat(end("ab\uD83D\uDE00cd", 6)).isEqualTo("\uD83D\uDE00cd");
  }
}
