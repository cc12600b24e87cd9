package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.config.OutputConfig;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Pipe;

class ChildOutputTest {
  private static final String LOG = "/log/cat.log";

  private final OutputBench bench = new OutputBench();

  @AfterEach
  void noDescriptorWasMisused() {
    assertThat(bench.kernel.misuses()).isEmpty();
  }

  @Test
  void outputIsAppendedToTheLog() {
    bench.kernel.putFile(LOG, "before\n");
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.prints("one\n");
    child.prints("two\n");
    assertThat(bench.file(LOG)).isEqualTo("before\none\ntwo\n");
    assertThat(bench.notices).containsExactly("prepared 1 0 null");
  }

  @Test
  void outputWithoutLogIsReadAndForgotten() {
    FakeChild child = bench.child(null, OutputBench.PLAIN);
    for (int i = 0; i < 10; i++) {
      child.prints("x".repeat(60_000));
    }
    assertThat(child.pipeOpen()).isTrue();
  }

  @Test
  void bothStreamsGoTheirOwnWay() {
    bench.loop.prepare(
        new ChildOutput(
            5,
            new ProcessId("g", "p"),
            new ChildLogs("/log/out", "/log/err"),
            new OutputConfig(OutputBench.PLAIN, OutputBench.PLAIN, false),
            false));
    Pipe out = bench.kernel.pipe(Pipe.Direction.FROM_CHILD);
    Pipe err = bench.kernel.pipe(Pipe.Direction.FROM_CHILD);
    bench.loop.attach(5, 9, out.parentEnd(), err.parentEnd());
    bench.write(err.childEnd(), OutputBench.bytes("bad"));
    bench.write(out.childEnd(), OutputBench.bytes("good"));
    bench.settle();
    assertThat(bench.file("/log/out")).isEqualTo("good");
    assertThat(bench.file("/log/err")).isEqualTo("bad");
  }

  @Test
  void logThatCannotBeOpenedIsNamedAndNothingStaysOpen() {
    int before = bench.kernel.openDescriptors().size();
    bench.kernel.failNext("open", Errno.EACCES);
    bench.loop.prepare(
        new ChildOutput(
            5,
            new ProcessId("p", "p"),
            new ChildLogs(LOG, null),
            new OutputConfig(OutputBench.PLAIN, OutputBench.PLAIN, false),
            false));
    bench.loop.discard(5);
    bench.settle();
    assertThat(bench.notices).containsExactly("prepared 5 13 " + LOG);
    assertThat(bench.kernel.openDescriptors()).hasSize(before);
  }

  @Test
  void discardedChildLeavesNothingOpen() {
    int before = bench.kernel.openDescriptors().size();
    bench.loop.prepare(
        new ChildOutput(
            5,
            new ProcessId("p", "p"),
            new ChildLogs("/log/out", "/log/err"),
            new OutputConfig(OutputBench.PLAIN, OutputBench.PLAIN, false),
            false));
    bench.settle();
    bench.loop.discard(5);
    bench.settle();
    assertThat(bench.kernel.openDescriptors()).hasSize(before);
  }

  @Test
  void pipesOfAnUnknownChildAreClosed() {
    int before = bench.kernel.openDescriptors().size();
    Pipe out = bench.kernel.pipe(Pipe.Direction.FROM_CHILD);
    bench.loop.attach(99, 9, out.parentEnd(), -1);
    bench.settle();
    assertThat(bench.kernel.openDescriptors()).hasSize(before + 1);
  }

  @Test
  void streamClosedEarlyIsClosedOnceAndCausesNoMoreTurns() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.puts("last words");
    child.closes();
    assertThat(child.pipeOpen()).isFalse();
    assertThat(bench.file(LOG)).isEqualTo("last words");
    child.drains();
    assertThat(bench.notices).contains("drained 1");
  }

  @Test
  void drainReadsWhatIsLeftAlthoughAGrandchildHoldsThePipe() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.puts("x".repeat(65_536));
    bench.loop.drain(child.token);
    bench.turn();
    assertThat(bench.file(LOG)).hasSize(65_536);
    assertThat(bench.notices).endsWith("drained 1");
    assertThat(child.pipeOpen()).isFalse();
    assertThat(child.puts("late")).isEqualTo(-Errno.EPIPE);
  }

  @Test
  void drainOfAnUnknownChildIsAnswered() {
    bench.loop.drain(42);
    bench.settle();
    assertThat(bench.notices).containsExactly("drained 42");
  }

  @Test
  void appendedBytesGoWhereTheStreamGoes() {
    FakeChild child = bench.child("listener", LOG, OutputBench.PLAIN, true);
    bench.loop.append(child.token, LogStream.STDOUT, OutputBench.bytes("READY\n"));
    bench.settle();
    assertThat(bench.file(LOG)).isEqualTo("READY\n");
  }

  @Test
  void streamsWithTheSameFileShareItsSizeAndRotation() {
    FakeChild one = bench.child(LOG, OutputBench.stream(10, 1));
    FakeChild other = bench.child(LOG, OutputBench.stream(10, 1));
    one.prints("123456");
    other.prints("abcdef");
    one.prints("7");
    assertThat(bench.file(LOG)).isEqualTo("7");
    assertThat(bench.file(LOG + ".1")).isEqualTo("123456abcdef");
    one.drains();
    other.prints("8");
    assertThat(bench.file(LOG)).isEqualTo("78");
  }

  @Test
  void floodingChildLetsOthersAndOrdersHaveTheirTurn() {
    FakeChild flood = bench.child("/log/flood", OutputBench.PLAIN);
    FakeChild quiet = bench.child("/log/quiet", OutputBench.PLAIN);
    flood.puts("x".repeat(65_536));
    bench.kernel.after(Duration.ZERO, () -> quiet.puts("hello"));
    bench.turn();
    assertThat(bench.file("/log/quiet")).isEqualTo("hello");
    assertThat(bench.file("/log/flood")).hasSizeGreaterThanOrEqualTo(65_536);
  }

  @Test
  void closingWritesOutWhatIsInThePipes() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.puts("unread");
    bench.end();
    assertThat(bench.file(LOG)).isEqualTo("unread");
    assertThat(bench.kernel.openDescriptors()).hasSize(3 + 1 + 1); // eventfd, child's end
  }
}
