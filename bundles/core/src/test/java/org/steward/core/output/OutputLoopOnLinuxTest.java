package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.posix.LinuxPosix;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.SystemClock;

/** The loop on its own thread, with real pipes and files. */
@Timeout(60)
class OutputLoopOnLinuxTest implements OutputNotices {
  private static final int MEGABYTE = 1 << 20;
  private static final int VOLUME = 50 * MEGABYTE;

  @TempDir private Path directory;
  private final LinuxPosix posix = new LinuxPosix();
  private final NativeBuffer buffer = posix.allocate(128 * 1024);
  private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
  private OutputLoop loop;

  @BeforeEach
  void startLoop() {
    String activityLog = directory.resolve("supervisord.log").toString();
    OutputSettings settings =
        new OutputSettings(new ActivityLogConfig(activityLog, 0, 0, LogLevel.INFO), false, false);
    loop = new OutputLoop(posix, new SystemClock(), settings);
    loop.activityLog().info("logged before the start");
    loop.start(this);
  }

  @AfterEach
  void endLoop() {
    loop.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, MEGABYTE, 100_000})
  void everyByteArrivesInOrder(int maxBytes) throws Exception {
    int backups = maxBytes == 0 ? 0 : VOLUME / maxBytes + 1;
    Path log = directory.resolve("child.log");
    Pipe pipe = startChild(1, log, OutputBench.stream(maxBytes, backups));
    String sent = sendRandom(pipe);
    posix.close(pipe.childEnd());
    loop.drain(1);
    assertThat(notices.poll(20, TimeUnit.SECONDS)).isEqualTo("drained");
    assertThat(digest(log, backups)).isEqualTo(sent);
    if (maxBytes > 0) {
      assertThat(Files.size(directory.resolve("child.log.1")))
          .isBetween((long) maxBytes, maxBytes + (long) LoopTools.BUFFER_SIZE);
    }
  }

  @Test
  void closingFlushesWhatWasLoggedInOrder() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      loop.activityLog().info("line " + i);
    }
    loop.close();
    assertThat(Files.readAllLines(directory.resolve("supervisord.log")))
        .hasSize(10_001)
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} INFO .*"))
        .last()
        .asString()
        .endsWith("line 9999");
  }

  @Test
  void fullDeviceMakesItsChildWaitAndNoOther() throws Exception {
    Pipe full = startChild(1, Path.of("/dev/full"), OutputBench.PLAIN);
    buffer.put(0, OutputBench.bytes("x"), 0, 1);
    posix.write(full.childEnd(), buffer, 0, 1);
    Path log = directory.resolve("other.log");
    Pipe other = startChild(2, log, OutputBench.PLAIN);
    posix.write(other.childEnd(), buffer, 0, 1);
    posix.close(full.childEnd());
    posix.close(other.childEnd());
    loop.drain(1);
    loop.drain(2);
    assertThat(notices.poll(20, TimeUnit.SECONDS)).isEqualTo("drained");
    assertThat(notices.poll(20, TimeUnit.SECONDS)).isEqualTo("drained");
    loop.close();
    assertThat(log).hasContent("x");
    assertThat(directory.resolve("supervisord.log"))
        .content()
        .contains("cannot write to /dev/full: ENOSPC", "/dev/full: 1 bytes lost");
  }

  @Test
  void ordersAfterTheEndAreAnsweredWithAFailure() {
    loop.close();
    assertThat(loop.clearActivityLog().toCompletableFuture()).isCompletedExceptionally();
  }

  private Pipe startChild(long token, Path log, StreamConfig config) throws InterruptedException {
    loop.prepare(
        new ChildOutput(
            token,
            new ProcessId("p", "p"),
            new ChildLogs(log.toString(), null),
            new OutputConfig(config, config, true),
            false));
    assertThat(notices.poll(20, TimeUnit.SECONDS)).isEqualTo("prepared 0");
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    loop.attach(token, 4711, pipe.parentEnd(), -1);
    return pipe;
  }

  private String sendRandom(Pipe pipe) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Random random = new Random(1);
    byte[] bytes = new byte[buffer.capacity()];
    for (int left = VOLUME; left > 0; ) {
      random.nextBytes(bytes);
      int length = Math.min(left, 1 + random.nextInt(bytes.length));
      digest.update(bytes, 0, length);
      buffer.put(0, bytes, 0, length);
      for (int done = 0; done < length; ) {
        done += posix.write(pipe.childEnd(), buffer, done, length - done);
      }
      left -= length;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private String digest(Path log, int backups) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = backups; i >= 0; i--) {
      Path file = i == 0 ? log : log.resolveSibling(log.getFileName() + "." + i);
      if (Files.exists(file)) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void prepared(long token, int errno, String path) {
    notices.add("prepared " + errno);
  }

  @Override
  public void drained(long token) {
    notices.add("drained");
  }

  @Override
  public boolean event(SupervisorEvent event) {
    return true;
  }
}
