package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.steward.api.process.LogStream;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.ManualClock;

class ActivityLogTest {
  @Test
  void linesCarryTheTimeOfTheCallAndTheLevelsMark() {
    OutputBench bench = new OutputBench();
    bench.loop.activityLog().info("first");
    bench.clock.advance(Duration.ofMillis(1_042));
    bench.loop.activityLog().warn("second");
    bench.loop.activityLog().critical("third\nwith two lines");
    bench.settle();
    assertThat(bench.activity())
        .isEqualTo(
            """
            2026-01-01 00:00:00,000 INFO first
            2026-01-01 00:00:01,042 WARN second
            2026-01-01 00:00:01,042 CRIT third
            with two lines
            """);
  }

  @Test
  void lessSevereLinesAreNotWritten() {
    OutputBench bench = new OutputBench();
    bench.loop.activityLog().debug("no");
    bench.loop.activityLog().log(LogLevel.BLATHER, "no");
    bench.settle();
    assertThat(bench.activity()).isEmpty();
    assertThat(bench.loop.activityLog().isLogged(LogLevel.DEBUG)).isFalse();
    assertThat(bench.loop.activityLog().isLogged(LogLevel.INFO)).isTrue();
  }

  @Test
  void logThatCannotBeOpenedFailsTheStart() {
    FakePosix kernel = new FakePosix(new ManualClock());
    OutputLoop loop =
        new OutputLoop(
            kernel, new ManualClock(), OutputBench.settings(LogLevel.INFO, false, false));
    kernel.failNext("open", Errno.EACCES);
    assertThatThrownBy(() -> loop.room(new NoNotices())).isInstanceOf(PosixException.class);
  }

  @Test
  void logIsRotatedAfterTheLineThatReachesItsLimit() {
    ActivityLogConfig config = new ActivityLogConfig("/log/s.log", 60, 2, LogLevel.INFO);
    OutputBench bench = new OutputBench(new OutputSettings(config, false, false));
    bench.loop.activityLog().info("one");
    bench.loop.activityLog().info("two");
    bench.loop.activityLog().info("three");
    bench.settle();
    assertThat(bench.file("/log/s.log.1")).contains("one", "two");
    assertThat(bench.file("/log/s.log")).endsWith("INFO three\n");
  }

  @Test
  void reopeningIsNotedInTheOldFile() {
    OutputBench bench = new OutputBench();
    bench.settle();
    bench.kernel.rename(OutputBench.ACTIVITY_LOG, "/log/old");
    bench.loop.reopenLogs();
    bench.loop.activityLog().info("after");
    bench.settle();
    assertThat(bench.file("/log/old"))
        .isEqualTo("2026-01-01 00:00:00,000 INFO supervisord logreopen\n");
    assertThat(bench.activity()).isEqualTo("2026-01-01 00:00:00,000 INFO after\n");
  }

  @Test
  void clearedLogStartsEmpty() {
    OutputBench bench = new OutputBench();
    bench.loop.activityLog().info("before");
    var cleared = bench.loop.clearActivityLog();
    bench.settle();
    assertThat(cleared.toCompletableFuture()).isCompleted();
    assertThat(bench.activity()).isEmpty();
  }

  @Test
  void outputOfChildrenIsEchoedAtDebugLevel() {
    OutputBench bench = new OutputBench(OutputBench.settings(LogLevel.DEBUG, false, false));
    FakeChild child = bench.child("cat", "/log/c", OutputBench.PLAIN, false);
    child.prints("h\303\266\n");
    child.prints("\377'\n");
    assertThat(bench.activity())
        .isEqualTo(
            """
            2026-01-01 00:00:00,000 DEBG 'cat' stdout output:
            hö

            2026-01-01 00:00:00,000 DEBG 'cat' stdout output:
            Undecodable: b"\\xff'\\n"
            """);
    assertThat(bench.file("/log/c")).isNotEmpty();
  }

  @Test
  void protocolOfListenersIsEchoedAsPythonBytes() {
    OutputBench bench = new OutputBench(OutputBench.settings(LogLevel.DEBUG, false, false));
    FakeChild child = bench.child("l", "/log/l", OutputBench.PLAIN, true);
    bench.loop.append(child.token, LogStream.STDOUT, OutputBench.bytes("READY\n"));
    bench.settle();
    assertThat(bench.activity())
        .isEqualTo("2026-01-01 00:00:00,000 DEBG 'l' stdout output:\nb'READY\\n'\n");
  }

  @Test
  void linesWaitForRoomOnTheDiskUpToABoundAndTheLostAreSaid() {
    OutputBench bench = new OutputBench();
    bench.kernel.setDiskSpace(0);
    for (int i = 0; i < 30; i++) {
      bench.loop.activityLog().info("x".repeat(50_000));
    }
    bench.settle();
    bench.kernel.setDiskSpace(10 << 20);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.activity()).hasSizeLessThan(1_100_000).contains(" lost\n");
  }

  @Test
  void linesAreRefusedWhenFarTooManyWaitForTheLoop() {
    OutputBench bench = new OutputBench();
    for (int i = 0; i < 100; i++) {
      bench.loop.activityLog().info("x".repeat(100_000));
    }
    bench.settle();
    assertThat(bench.activity()).hasSizeBetween(4_000_000, 4_500_000);
    assertThat(bench.activity()).contains("characters of this log lost: too much at once");
  }

  @Test
  void syslogGetsOneMessageALineAndNoFileIsMade() {
    ActivityLogConfig config = new ActivityLogConfig("syslog", 0, 0, LogLevel.INFO);
    OutputBench bench = new OutputBench(new OutputSettings(config, false, false));
    bench.loop.activityLog().info("one\ntwo\n\n");
    bench.settle();
    assertThat(bench.kernel.datagrams("/dev/log"))
        .containsExactly(
            "<14>Jan  1 00:00:00 supervisord: 2026-01-01 00:00:00,000 INFO one\n",
            "<14>Jan  1 00:00:00 supervisord: 2026-01-01 00:00:00,000 INFO two\n");
    assertThat(bench.file("syslog")).isNull();
  }

  @Test
  void timeIsLocal() {
    LocalTime time = LocalTime.iso(ZoneId.of("Asia/Kolkata"));
    assertThat(time.at(1_767_225_600_999L)).isEqualTo("2026-01-01 05:30:00");
    assertThat(time.at(1_767_225_601_000L)).isEqualTo("2026-01-01 05:30:01");
    LocalTime syslog = LocalTime.syslog(ZoneId.of("UTC"));
    assertThat(syslog.at(1_763_907_478_000L)).isEqualTo("Nov 23 14:17:58");
    assertThat(syslog.at(1_764_859_078_000L)).isEqualTo("Dec  4 14:37:58");
  }

  /** Nobody listens. */
  private static final class NoNotices implements OutputNotices {
    @Override
    public void prepared(long token, int errno, String path) {}

    @Override
    public void drained(long token) {}

    @Override
    public boolean event(org.steward.api.event.SupervisorEvent event) {
      return true;
    }
  }
}
