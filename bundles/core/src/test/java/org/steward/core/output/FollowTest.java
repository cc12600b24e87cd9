package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.output.OutputBench.FakeChild;

class FollowTest {
  private static final String LOG = "/log/cat.log";

  private final OutputBench bench = new OutputBench();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void growthOfOneTurnIsOneCall() {
    FakeChild child = bench.child(LOG, OutputBench.stream(2, 1));
    bench.loop.follow(Path.of(LOG), calls::incrementAndGet);
    bench.settle();
    child.puts("one");
    bench.loop.append(child.token, LogStream.STDOUT, new byte[5]);
    bench.turn();
    assertThat(calls).hasValue(1);
    bench.settle();
    assertThat(calls).hasValue(1);
    child.prints("more");
    assertThat(calls).hasValue(2);
  }

  @Test
  void logThatIsOpenedLaterIsFollowed() {
    bench.loop.follow(Path.of(LOG), calls::incrementAndGet);
    bench.child(LOG, OutputBench.PLAIN);
    assertThat(calls).hasValue(1);
  }

  @Test
  void clearedLogIsAGrowthToo() {
    bench.child(LOG, OutputBench.PLAIN);
    bench.loop.follow(Path.of(LOG), calls::incrementAndGet);
    bench.loop.clearLogs(new ProcessId("cat", "cat"), new ChildLogs(LOG, null));
    bench.settle();
    assertThat(calls).hasValue(1);
  }

  @Test
  void activityLogCanBeFollowed() {
    bench.loop.follow(Path.of(OutputBench.ACTIVITY_LOG), calls::incrementAndGet);
    bench.settle();
    bench.loop.activityLog().info("x");
    bench.settle();
    assertThat(calls).hasValue(1);
  }

  @Test
  void closedFollowerIsNotCalled() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    bench.loop.follow(Path.of(LOG), calls::incrementAndGet).close();
    child.prints("x");
    assertThat(calls).hasValue(0);
  }

  @Test
  void noRoomForAFollowersThreadEndsNeitherTheLoopNorOtherFollowers() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    bench.loop.follow(
        Path.of(LOG),
        () -> {
          throw new OutOfMemoryError("unable to create native thread");
        });
    bench.loop.follow(Path.of(LOG), calls::incrementAndGet);
    bench.settle();
    child.prints("x");
    child.prints("y");
    assertThat(calls).hasValue(2);
    assertThat(bench.file(LOG)).isEqualTo("xy");
  }

  @Test
  void followerThatThrowsIsCalledNoMoreAndOthersAre() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    bench.loop.follow(
        Path.of(LOG),
        () -> {
          throw new IllegalStateException("mine");
        });
    bench.loop.follow(Path.of(LOG), calls::incrementAndGet);
    bench.settle();
    child.prints("x");
    child.prints("y");
    assertThat(calls).hasValue(2);
    assertThat(bench.activity()).containsOnlyOnce("IllegalStateException: mine");
  }
}
