package org.steward.web.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
  @TempDir Path directory;

  @Test
  void looksWhenAFileIsDeleted() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    AtomicBoolean gone = new AtomicBoolean();
    try (FileWatch _ = new FileWatch(directory, () -> gone.set(Files.notExists(file)))) {
      Files.delete(file);
      await().untilTrue(gone);
    }
  }

  @Test
  void looksAgainWhenTheDirectoryIsBack() throws IOException {
    Path deep = directory.resolve("a").resolve("b");
    Files.createDirectories(deep);
    AtomicBoolean gone = new AtomicBoolean();
    AtomicInteger looks = new AtomicInteger();
    Runnable look =
        () -> {
          gone.set(Files.notExists(deep));
          looks.incrementAndGet();
        };
    try (FileWatch _ = new FileWatch(deep, look)) {
      await().until(() -> looks.get() > 0);
      Files.delete(deep);
      await().untilTrue(gone);
      Files.delete(deep.getParent());
      Files.createDirectories(deep);
      await().untilFalse(gone);
    }
  }
}
