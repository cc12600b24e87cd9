package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.process.LogStream;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;

class FullDiskTest {
  private static final String LOG = "/log/cat.log";

  private final OutputBench bench = new OutputBench();
  private FakeChild child;

  @BeforeEach
  void startChild() {
    child = bench.child(LOG, OutputBench.PLAIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {Errno.ENOSPC, Errno.EDQUOT, Errno.EIO, Errno.EFBIG, Errno.EROFS})
  void failedWriteIsRepeatedASecondLaterAndNothingIsLost(int errno) {
    child.printsInto(errno, "one ");
    assertThat(child.puts("two ")).isEqualTo(4);
    bench.settle();
    assertThat(bench.file(LOG)).isEmpty();
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file(LOG)).isEqualTo("one two ");
  }

  @Test
  void fullDiskIsReportedOnceWhenItBeginsAndOnceWhenItEnds() {
    child.printsInto(Errno.ENOSPC, "12345");
    bench.kernel.failNext("write", Errno.ENOSPC);
    bench.advance(Duration.ofSeconds(1));
    bench.advance(Duration.ofSeconds(1));
    bench.advance(Duration.ofSeconds(5));
    assertThat(bench.activity())
        .containsOnlyOnce("ERRO cannot write to /log/cat.log: ENOSPC; its writers wait\n")
        .containsOnlyOnce("INFO /log/cat.log takes output again: 5 bytes waited, 0 lost\n");
  }

  @Test
  void partOfAWriteIsNotRepeated() {
    bench.kernel.setDiskSpace(4);
    child.prints("123456789");
    assertThat(bench.file(LOG)).isEqualTo("1234");
    bench.kernel.setDiskSpace(3);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file(LOG)).isEqualTo("1234567");
    bench.kernel.setDiskSpace(1 << 20);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file(LOG)).isEqualTo("123456789");
  }

  @Test
  void childWaitsWithAFullPipeAndOthersDoNot() {
    FakeChild other = bench.child("/dev/null", OutputBench.PLAIN);
    bench.kernel.setDiskSpace(0);
    child.prints("first");
    int taken = child.puts("x".repeat(100_000));
    bench.settle();
    assertThat(taken).isEqualTo(65_536);
    assertThat(child.puts("y")).isEqualTo(-Errno.EAGAIN);
    for (int i = 0; i < 5; i++) {
      other.prints("x".repeat(65_536));
    }
    bench.kernel.setDiskSpace(1 << 20);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file(LOG)).isEqualTo("first" + "x".repeat(65_536));
  }

  @Test
  void endedChildIsNotHeldUpAndItsLastWordsAreWrittenLater() {
    bench.kernel.setDiskSpace(0);
    child.prints("first ");
    child.puts("last");
    child.drains();
    assertThat(bench.notices).endsWith("drained 1");
    assertThat(child.pipeOpen()).isFalse();
    FakeChild next = bench.child(LOG, OutputBench.PLAIN);
    next.puts(" next");
    bench.settle();
    bench.kernel.setDiskSpace(1 << 20);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file(LOG)).isEqualTo("first last next");
  }

  @Test
  void logOfAnEndedChildIsClosedOnceAllIsWritten() {
    int open = bench.kernel.openDescriptors().size();
    child.printsInto(Errno.ENOSPC, "x");
    child.drains();
    assertThat(bench.kernel.openDescriptors()).hasSize(open - 1);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.kernel.openDescriptors()).hasSize(open - 2);
    assertThat(bench.file(LOG)).isEqualTo("x");
  }

  @Test
  void noMoreThanABoundIsKeptAndWhatIsLostIsCounted() {
    bench.kernel.setDiskSpace(0);
    child.prints("x");
    for (int i = 0; i < 10; i++) {
      bench.loop.append(child.token, LogStream.STDOUT, new byte[60_000]);
    }
    bench.settle();
    bench.kernel.setDiskSpace(10 << 20);
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file(LOG)).hasSize(1 + 4 * 60_000);
    assertThat(bench.activity())
        .contains("WARN /log/cat.log takes output again: 240001 bytes waited, 360000 lost");
  }

  @Test
  void rotationGoesOnWithWhatHadToWait() {
    FakeChild rotated = bench.child("/log/r", OutputBench.stream(4, 2));
    rotated.printsInto(Errno.ENOSPC, "12345");
    rotated.puts("abcd");
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.file("/log/r.2")).isEqualTo("12345");
    assertThat(bench.file("/log/r.1")).isEqualTo("abcd");
  }

  @Test
  void reopeningTriesAgainAtOnce() {
    child.printsInto(Errno.EIO, "x");
    bench.kernel.rename(LOG, "/log/bad");
    bench.loop.reopenLogs();
    bench.settle();
    assertThat(bench.file(LOG)).isEqualTo("x");
  }

  @Test
  void bytesThatAreNeverTakenAreSaidToBeLostAtTheEnd() {
    child.printsInto(Errno.ENOSPC, "12345");
    bench.end();
    assertThat(bench.activity()).contains("WARN /log/cat.log: 5 bytes lost");
  }
}
