package org.steward.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFsTest {
  @TempDir Path root;

  @Test
  void commandMayHoldAnything() throws IOException {
    Files.createDirectories(root.resolve("7"));
    Files.writeString(
        root.resolve("7/stat"),
        "7 (a) b (c)) S 1 7 7 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 3 0 1 1000 25 1844\n");
    ProcFs.Usage usage = new ProcFs(root).usage(7).orElseThrow();
    assertThat(usage).isEqualTo(new ProcFs.Usage(2, 25 * 4096, 3));
  }

  @Test
  void processThatIsGoneHasNoUsage() {
    assertThat(new ProcFs(root).usage(8)).isEmpty();
    assertThat(new ProcFs(root).openDescriptors(8)).isEqualTo(-1);
  }

  @Test
  void ownProcessIsSeen() {
    ProcFs proc = new ProcFs(Path.of("/proc"));
    int self = (int) ProcessHandle.current().pid();
    assertThat(proc.usage(self).orElseThrow().residentBytes()).isGreaterThan(1024 * 1024);
    assertThat(proc.openDescriptors(self)).isPositive();
  }
}
