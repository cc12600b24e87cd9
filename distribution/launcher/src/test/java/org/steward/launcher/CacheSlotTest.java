package org.steward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSlotTest {

  @TempDir Path state;

  @Test
  void leftoversOfAKilledDaemonGoWhenItsSlotIsTaken() throws IOException {
    Path leftover = state.resolve("caches/0/bundle7/data");
    Files.createDirectories(leftover);
    try (CacheSlot slot = CacheSlot.acquire(state.resolve("caches"))) {
      assertThat(slot.folder()).isEqualTo(state.resolve("caches/0")).isEmptyDirectory();
    }
  }

  @Test
  void linksInLeftoversAreNotFollowed() throws IOException {
    Path precious = Files.createDirectories(state.resolve("precious/file")).getParent();
    Files.createDirectories(state.resolve("caches/0/felix"));
    Files.createSymbolicLink(state.resolve("caches/0/felix/bundle1"), precious);
    CacheSlot.acquire(state.resolve("caches")).close();
    assertThat(precious.resolve("file")).exists();
    assertThat(state.resolve("caches/0")).doesNotExist();
  }

  @Test
  void closingDeletesTheFolder() throws IOException {
    CacheSlot slot = CacheSlot.acquire(state);
    Files.createDirectories(slot.folder().resolve("felix/bundle1"));
    slot.close();
    assertThat(slot.folder()).doesNotExist();
  }

  @Test
  void whatIsWrittenWhileItClosesIsLeftForTheNext() throws Exception {
    CacheSlot slot = CacheSlot.acquire(state);
    AtomicBoolean closed = new AtomicBoolean();
    Thread bundle =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !closed.get(); i++) {
                    slot.folder().resolve("felix/bundle" + i % 100).toFile().mkdirs();
                  }
                });
    try {
      slot.close();
    } finally {
      closed.set(true);
      bundle.join();
    }
    try (CacheSlot next = CacheSlot.acquire(state)) {
      assertThat(next.folder()).isEqualTo(slot.folder()).isEmptyDirectory();
    }
  }

  @Test
  void slotHeldByAnotherProcessIsLeftAlone() throws Exception {
    Process holder =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                state.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo(state.resolve("0").toString());
      try (CacheSlot slot = CacheSlot.acquire(state)) {
        assertThat(slot.folder()).isEqualTo(state.resolve("1"));
      }
      assertThat(state.resolve("0")).isDirectory();
    } finally {
      // A killed holder is the point: the kernel frees its slot.
      holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    try (CacheSlot slot = CacheSlot.acquire(state)) {
      assertThat(slot.folder()).isEqualTo(state.resolve("0"));
    }
  }

  /** A second daemon, as far as slots go. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      System.out.println(CacheSlot.acquire(Path.of(arguments[0])).folder());
      Thread.currentThread().join();
    }
  }
}
