package org.steward.web.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.web.FakeLogs;

class TailFileTest {
  @TempDir Path directory;
  private Path log;

  @BeforeEach
  void createLog() throws IOException {
    log = Files.writeString(directory.resolve("a.log"), "0123456789");
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static TailFile open(Path log, int head) throws IOException {
    return TailFile.open(log, new FakeLogs(), head);
  }

  private static String all(TailFile file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ByteBuffer bytes = file.read(); bytes != null; bytes = file.read()) {
      text.append(StandardCharsets.ISO_8859_1.decode(bytes));
    }
    return text.toString();
  }

  @Test
  void beginsNearTheEnd() throws IOException {
    try (TailFile file = open(log, 4)) {
      assertThat(all(file)).isEqualTo("6789");
    }
  }

  @Test
  void beginsAtTheBeginningOfAShortLog() throws IOException {
    try (TailFile file = open(log, 1024)) {
      assertThat(all(file)).isEqualTo("0123456789");
    }
  }

  @Test
  void readsWhatIsAdded() throws IOException {
    try (TailFile file = open(log, 0)) {
      assertThat(file.read()).isNull();
      append("x".repeat(100_000));
      assertThat(all(file)).hasSize(100_000);
    }
  }

  @Test
  void rotatedLogIsReadToItsEndAndThenTheNewOne() throws IOException {
    try (TailFile file = open(log, 0)) {
      append("last");
      Files.move(log, directory.resolve("a.log.1"));
      append("first");
      assertThat(all(file)).isEqualTo("lastfirst");
    }
  }

  @Test
  void truncatedLogIsReadAnewBehindANote() throws IOException {
    try (TailFile file = open(log, 0)) {
      Files.writeString(log, "new", StandardOpenOption.TRUNCATE_EXISTING);
      assertThat(all(file)).isEqualTo(TailFile.TRUNCATED + "new");
    }
  }

  @Test
  void deletedLogIsReadOnAndItsSuccessorFound() throws IOException {
    try (TailFile file = open(log, 0)) {
      append("last");
      Files.move(log, directory.resolve("elsewhere"));
      assertThat(all(file)).isEqualTo("last");
      assertThat(file.read()).isNull();
      append("again");
      assertThat(all(file)).isEqualTo("again");
    }
  }
}
