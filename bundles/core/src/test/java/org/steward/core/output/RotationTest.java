package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.process.ProcessId;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;

/** The tables are what Supervisor 4.2.5 leaves of the same writes. */
class RotationTest {
  private static final String LOG = "/log/cat.log";
  private static final ProcessId CAT = new ProcessId("cat", "cat");

  private final OutputBench bench = new OutputBench();

  static List<Arguments> rotations() {
    return List.of(
        Arguments.of(10, 2, List.of("123456789"), files("123456789")),
        Arguments.of(10, 2, List.of("1234567890"), files("", "1234567890")),
        Arguments.of(10, 2, List.of("12345678901"), files("", "12345678901")),
        Arguments.of(10, 2, List.of("123456", "abcdef", "g"), files("g", "123456abcdef")),
        Arguments.of(3, 2, List.of("aaa", "bbb", "ccc", "d"), files("d", "ccc", "bbb", null)),
        Arguments.of(3, 1, List.of("aaa", "bbb", "ccc", "d"), files("d", "ccc", null)),
        Arguments.of(3, 0, List.of("aaa", "b"), files("b", null)),
        Arguments.of(0, 2, List.of("aaa", "bbb"), files("aaabbb", null)));
  }

  private static String[] files(String... expected) {
    return expected;
  }

  @ParameterizedTest
  @MethodSource("rotations")
  void writeThatReachesTheLimitRotates(
      long maxBytes, int backups, List<String> writes, String[] expected) {
    FakeChild child = bench.child(LOG, OutputBench.stream(maxBytes, backups));
    writes.forEach(child::prints);
    for (int i = 0; i < expected.length; i++) {
      assertThat(bench.file(i == 0 ? LOG : LOG + "." + i)).as("file %d", i).isEqualTo(expected[i]);
    }
  }

  @Test
  void bytesThatWereInTheFileCount() {
    bench.kernel.putFile(LOG, "12345678");
    bench.child(LOG, OutputBench.stream(10, 1)).prints("90");
    assertThat(bench.file(LOG)).isEmpty();
    assertThat(bench.file(LOG + ".1")).isEqualTo("1234567890");
  }

  @Test
  void missingBackupsAreSkipped() {
    bench.kernel.putFile(LOG + ".2", "old");
    bench.child(LOG, OutputBench.stream(3, 3)).prints("new");
    assertThat(bench.file(LOG + ".1")).isEqualTo("new");
    assertThat(bench.file(LOG + ".2")).isNull();
    assertThat(bench.file(LOG + ".3")).isEqualTo("old");
  }

  @Test
  void logThatSomeoneRemovedIsBegunAnew() {
    FakeChild child = bench.child(LOG, OutputBench.stream(3, 1));
    bench.kernel.unlink(LOG);
    child.prints("gone");
    child.prints("x");
    assertThat(bench.file(LOG)).isEqualTo("x");
    assertThat(bench.file(LOG + ".1")).isNull();
  }

  @Test
  void logThatSomeoneEmptiedIsNotRotatedBeforeItsTime() {
    FakeChild child = bench.child(LOG, OutputBench.stream(10, 1));
    child.prints("12345678");
    bench.kernel.putFile(LOG, "");
    child.prints("abc");
    assertThat(bench.file(LOG)).isEqualTo("abc");
    child.prints("defghij");
    assertThat(bench.file(LOG + ".1")).isEqualTo("abcdefghij");
  }

  @Test
  void logThatCannotBeRotatedGrowsOnAndIsTriedAgainLater() {
    FakeChild child = bench.child(LOG, OutputBench.stream(4, 1));
    bench.kernel.failNext("rename", Errno.EACCES);
    child.prints("1234");
    child.prints("56");
    assertThat(bench.file(LOG)).isEqualTo("123456");
    child.prints("78");
    assertThat(bench.file(LOG)).isEmpty();
    assertThat(bench.file(LOG + ".1")).isEqualTo("12345678");
    assertThat(bench.activity()).containsOnlyOnce("cannot rotate " + LOG + ": EACCES");
  }

  @Test
  void childWaitsWhileTheNewFileCannotBeOpened() {
    FakeChild child = bench.child(LOG, OutputBench.stream(4, 1));
    bench.kernel.failNext("open", Errno.EMFILE);
    child.prints("1234");
    child.prints("5");
    assertThat(bench.file(LOG)).isNull();
    bench.advance(Duration.ofSeconds(1));
    child.prints("6");
    assertThat(bench.file(LOG)).isEqualTo("56");
    assertThat(bench.activity()).contains("cannot write to " + LOG + ": EMFILE");
    assertThat(bench.activity()).contains(LOG + " takes output again: 1 bytes waited, 0 lost");
  }

  @Test
  void reopenedLogGoesOnUnderItsNameAfterItWasMovedAway() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.prints("one");
    bench.kernel.rename(LOG, "/log/moved");
    child.prints("two");
    bench.loop.reopenLogs();
    bench.settle();
    child.prints("three");
    assertThat(bench.file("/log/moved")).isEqualTo("onetwo");
    assertThat(bench.file(LOG)).isEqualTo("three");
  }

  @Test
  void clearedLogStartsEmptyAndItsBackupsStay() {
    FakeChild child = bench.child(LOG, OutputBench.stream(3, 1));
    child.prints("aaa");
    child.prints("b");
    var cleared = bench.loop.clearLogs(CAT, logs());
    bench.settle();
    child.prints("c");
    assertThat(cleared.toCompletableFuture()).isCompleted();
    assertThat(bench.file(LOG)).isEqualTo("c");
    assertThat(bench.file(LOG + ".1")).isEqualTo("aaa");
  }

  @Test
  void clearingALogThatIsNotInUseEmptiesIt() {
    bench.kernel.putFile(LOG, "old");
    var cleared = bench.loop.clearLogs(CAT, logs());
    bench.settle();
    assertThat(cleared.toCompletableFuture()).isCompleted();
    assertThat(bench.file(LOG)).isEmpty();
  }

  @Test
  void clearingALogThatDoesNotExistSucceeds() {
    var cleared = bench.loop.clearLogs(CAT, logs());
    bench.settle();
    assertThat(cleared.toCompletableFuture()).isCompleted();
    assertThat(bench.file(LOG)).isNull();
  }

  @Test
  void clearingALogThatCannotBeRemovedFailsAndItGoesOn() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    bench.kernel.failNext("unlink", Errno.EACCES);
    var cleared = bench.loop.clearLogs(CAT, logs());
    child.prints("still here");
    assertThat(cleared.toCompletableFuture()).isCompletedExceptionally();
    assertThat(bench.file(LOG)).isEqualTo("still here");
  }

  private static ChildLogs logs() {
    return new ChildLogs(LOG, null);
  }
}
