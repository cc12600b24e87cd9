package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.core.config.LogLevel;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;

class UnseekableLogTest {
  private static final String FIFO = "/run/fifo";

  private final NativeBuffer buffer = NativeBuffer.onHeap(1 << 20);
  private final OutputBench bench = new OutputBench();

  @AfterEach
  void noDescriptorWasMisused() {
    assertThat(bench.kernel.misuses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/stdout, 1",
    "/dev/stderr, 2",
    "/dev/fd/7, 7",
    "/proc/self/fd/12, 12",
    "/dev/fd/, -1",
    "/dev/fd/x, -1",
    "/dev/stdouts, -1",
    "/log/x, -1"
  })
  void pathsOfTheDaemonsOwnDescriptorsAreKnown(String path, int fd) {
    assertThat(TargetOpener.inheritedDescriptor(path)).isEqualTo(fd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/stdout", "/dev/fd/1"})
  void outputGoesToTheDaemonsPipeAndIsNeverRotated(String path) {
    Pipe stdout = pipeAsStdout();
    FakeChild child = bench.child(path, OutputBench.stream(3, 2));
    child.prints("12345");
    child.prints("678");
    assertThat(read(stdout)).isEqualTo("12345678");
    assertThat(bench.file(path + ".1")).isNull();
  }

  @Test
  void daemonsOwnDescriptorStaysOpenWhenItsWritersLeave() {
    Pipe stdout = pipeAsStdout();
    FakeChild child = bench.child("/dev/stdout", OutputBench.PLAIN);
    child.prints("one");
    child.drains();
    assertThat(bench.kernel.openDescriptors()).containsKey(1);
    bench.child("/dev/stdout", OutputBench.PLAIN).prints(" two");
    assertThat(read(stdout)).isEqualTo("one two");
  }

  @Test
  void descriptorThatCannotBeOpenedAnewIsWrittenWheneverItIsReady() {
    Pipe stdout = pipeAsStdout();
    bench.kernel.failNext("open", Errno.EACCES);
    FakeChild child = bench.child("/dev/stdout", OutputBench.PLAIN);
    child.prints("x".repeat(10_000));
    child.prints("y");
    assertThat(read(stdout)).isEqualTo("x".repeat(10_000) + "y");
  }

  @Test
  void slowReaderOfTheDaemonMakesOnlyItsOwnWriterWait() {
    Pipe stdout = pipeAsStdout();
    FakeChild slow = bench.child("/dev/stdout", OutputBench.PLAIN);
    FakeChild quick = bench.child("/log/quick", OutputBench.PLAIN);
    slow.prints("x".repeat(65_536));
    slow.prints("y".repeat(10));
    slow.puts("z".repeat(10));
    quick.prints("hello");
    assertThat(bench.file("/log/quick")).isEqualTo("hello");
    assertThat(read(stdout)).isEqualTo("x".repeat(65_536));
    bench.settle();
    assertThat(read(stdout)).isEqualTo("y".repeat(10) + "z".repeat(10));
    assertThat(bench.activity()).isEmpty();
  }

  @Test
  void outputForAReaderThatIsGoneIsLostAndTheChildGoesOn() {
    Pipe stdout = pipeAsStdout();
    FakeChild child = bench.child("/dev/stdout", OutputBench.PLAIN);
    bench.kernel.close(stdout.parentEnd());
    child.prints("x");
    for (int i = 0; i < 5; i++) {
      child.prints("x".repeat(60_000));
    }
    assertThat(bench.activity())
        .containsOnlyOnce("cannot write to /dev/stdout any more: EPIPE; output is lost");
  }

  @Test
  void fifoWithoutReaderKeepsWhatItHoldsAndThenTheChildWaits() {
    bench.kernel.putFifo(FIFO);
    FakeChild child = bench.child(FIFO, OutputBench.stream(10, 1));
    child.prints("a".repeat(60_000));
    child.prints("b".repeat(60_000));
    child.puts("c");
    bench.settle();
    String first = text(bench.kernel.readFifo(FIFO, 1 << 20));
    bench.settle();
    String rest = text(bench.kernel.readFifo(FIFO, 1 << 20));
    assertThat(first + rest).isEqualTo("a".repeat(60_000) + "b".repeat(60_000) + "c");
    assertThat(first).hasSize(65_536);
  }

  @Test
  void activityLogAndChildShareStandardOutput() {
    Pipe[] stdout = new Pipe[1];
    OutputBench echoing =
        new OutputBench(
            OutputBench.settings(LogLevel.INFO, true, false),
            kernel -> {
              stdout[0] = kernel.pipe(Pipe.Direction.FROM_CHILD);
              kernel.dup2(stdout[0].childEnd(), 1);
            });
    echoing.loop.activityLog().info("hello");
    FakeChild child = echoing.child("/dev/stdout", OutputBench.PLAIN);
    child.prints("output\n");
    int count = echoing.kernel.read(stdout[0].parentEnd(), buffer, 0, 1000);
    assertThat(text(buffer.copy(0, count)))
        .isEqualTo("2026-01-01 00:00:00,000 INFO hello\noutput\n");
  }

  private Pipe pipeAsStdout() {
    Pipe pipe = bench.kernel.pipe(Pipe.Direction.FROM_CHILD);
    bench.kernel.dup2(pipe.childEnd(), 1);
    bench.kernel.close(pipe.childEnd());
    return pipe;
  }

  private String read(Pipe pipe) {
    int count = bench.kernel.read(pipe.parentEnd(), buffer, 0, buffer.capacity());
    return text(buffer.copy(0, Math.max(count, 0)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
