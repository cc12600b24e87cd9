package org.steward.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.web.FakeSupervisor;
import org.steward.web.live.UsageSampler.Use;

class UsageSamplerTest {
  private static final ProcessId WEB = new ProcessId("web", "web");

  @TempDir Path root;
  private final AtomicLong now = new AtomicLong(1_000_000);
  private UsageSampler sampler;

  @BeforeEach
  void prepare() {
    FakeSupervisor supervisor = new FakeSupervisor();
    supervisor.with("web", "web", ProcessState.RUNNING, "");
    supervisor.with("off", "off", ProcessState.STOPPED, "");
    sampler = new UsageSampler(supervisor, new ProcFs(root), () -> Instant.ofEpochMilli(now.get()));
  }

  private void uses(int ticks, int pages) throws IOException {
    Files.createDirectories(root.resolve("4711"));
    Files.writeString(
        root.resolve("4711/stat"),
        "4711 (x) S 1 7 7 0 -1 0 0 0 0 0 " + ticks + " 0 0 0 20 0 3 0 1 1000 " + pages + " 1\n");
  }

  @Test
  void processorTimeIsToldAsAShareOfTheTimeThatPassed() throws IOException {
    uses(100, 10);
    sampler.sample();
    assertThat(sampler.latest().all()).containsOnlyKeys(WEB).containsEntry(WEB, new Use(0, 40));
    uses(150, 10);
    now.addAndGet(2000);
    sampler.sample();
    assertThat(sampler.latest().all()).containsEntry(WEB, new Use(25, 40));
  }

  @Test
  void onlyWhatChangedIsToldAgain() throws IOException {
    uses(100, 10);
    sampler.sample();
    now.addAndGet(2000);
    sampler.sample();
    assertThat(sampler.latest().changed()).isEmpty();
    assertThat(sampler.latest().all()).hasSize(1);
  }

  @Test
  @Timeout(40)
  void looksAtOnceForWhoWatchesAndNoMoreOnceItIsClosed() throws IOException {
    uses(100, 10);
    AtomicLong woken = new AtomicLong();
    sampler.watch(woken::incrementAndGet);
    await().until(() -> woken.get() > 0);
    sampler.watch(woken::incrementAndGet).close();
    sampler.close();
    long looks = sampler.latest().number();
    sampler.watch(woken::incrementAndGet);
    sampler.close();
    assertThat(sampler.latest().number()).isEqualTo(looks);
  }

  @Test
  void processThatIsGoneUsesNothing() {
    sampler.sample();
    assertThat(sampler.latest().all()).isEmpty();
  }
}
