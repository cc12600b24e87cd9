package org.steward.rpc.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;
import org.steward.rpc.codec.Limits;

class LogMethodsTest {
  private static final Limits LIMITS = new Limits(100_000, 100, 1_000, 1_000, 20_000, 1_000);

  private final RpcBench bench = new RpcBench(LIMITS);
  @TempDir Path dir;
  private Path log;

  @BeforeEach
  void prepare() {
    log = dir.resolve("log");
    bench.supervisor.snapshot.with("cat");
    bench.supervisor.activityLog = log;
    bench.supervisor.logs.put("cat:cat stdout", log);
    bench.supervisor.logs.put("cat:cat stderr", dir.resolve("err"));
  }

  private void write(String text) throws IOException {
    Files.writeString(log, text);
  }

  private Object read(long offset, long length) {
    return bench.call("supervisor.readProcessStdoutLog", "cat", offset, length);
  }

  private Object tail(long offset, long length) {
    return bench.call("supervisor.tailProcessStdoutLog", "cat", offset, length);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0123456789.",
    "5, 0, 56789.",
    "5, 3, 567",
    "8, 100, 89.",
    "11, 0, ''",
    "12, 5, ''",
    "1000000, 0, ''",
    "-3, 0, 89.",
    "-100, 0, 0123456789.",
    "2147483647, 2147483647, ''"
  })
  void readsPieces(long offset, long length, String expected) throws IOException {
    write("0123456789.");
    assertThat(read(offset, length)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, -1", "-5, -5"})
  void refusesSenselessPieces(long offset, long length) throws IOException {
    write("0123456789\n");
    assertThat(read(offset, length)).isEqualTo(new FaultAnswer(3, "BAD_ARGUMENTS"));
  }

  /** Captured from Supervisor 4.2.5 with the same log. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, '', true",
    "0, 5, 6789, true",
    "0, 10, 123456789, true",
    "0, 11, 0123456789, false",
    "0, 12, 0123456789, false",
    "8, 5, 6789, false",
    "11, 0, '', false",
    "11, 5, '', false",
    "12, 0, '', false",
    "20, 5, '', false",
    "20, 0, '', false",
    "3, 0, '', true",
    "3, 4, 789, true",
    "-3, 5, 6789, true",
    "-3, 0, '', true",
    "0, -5, '', true",
    "5, -20, '', true",
    "2147483647, 2147483647, '', false",
    "0, 2147483647, 0123456789, false"
  })
  void tailsAsSupervisorDoes(long offset, long length, String text, boolean overflow)
      throws IOException {
    write("0123456789\n");
    String expected = text.isEmpty() ? "" : text + "\n";
    assertThat(tail(offset, length)).isEqualTo(List.of(expected, 11, overflow));
  }

  @Test
  void tailsTheLastByte() throws IOException {
    write("0123456789\n");
    assertThat(tail(10, 1)).isEqualTo(List.of("\n", 11, false));
    assertThat(tail(9, 1)).isEqualTo(List.of("\n", 11, true));
    assertThat(tail(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(List.of("", 11, true));
  }

  @Test
  void readsOfTheDifferentLogs() throws IOException {
    write("out");
    Files.writeString(dir.resolve("err"), "err");
    assertThat(bench.call("supervisor.readLog", 0, 0)).isEqualTo("out");
    assertThat(bench.call("supervisor.readMainLog", "1", 1.0)).isEqualTo("u");
    assertThat(bench.call("supervisor.readProcessLog", "cat", 0, 0)).isEqualTo("out");
    assertThat(bench.call("supervisor.readProcessStderrLog", "cat", 0, 0)).isEqualTo("err");
    assertThat(bench.call("supervisor.tailProcessLog", "cat", 0, 3))
        .isEqualTo(List.of("out", 3, false));
    assertThat(bench.call("supervisor.tailProcessStderrLog", "cat", 0, 3))
        .isEqualTo(List.of("err", 3, false));
  }

  @Test
  void undecodableBytesAreReplacedAndControlsTooAndReturnsKept() throws IOException {
    Files.write(log, new byte[] {'a', (byte) 0xFF, 'b', 0x1B, '[', '1', 'm', '\r', '\n', '&', 0});
    assertThat(read(0, 0)).isEqualTo("a\uFFFDb\uFFFD[1m\r\n&\uFFFD");
  }

  @Test
  void piecesThatFollowEachOtherLoseNoCharacter() throws IOException {
    String text = "a\u00FCb\u20ACc\uD83D\uDE00d\u00FC\u20AC\uD83D\uDE00";
    write(text);
    int size = text.getBytes(UTF_8).length;
    for (int step = 1; step <= size; step++) {
      StringBuilder pieces = new StringBuilder();
      for (int offset = 0; offset < size; offset += step) {
        pieces.append(read(offset, step));
      }
      assertThat(pieces).as("in steps of %d", step).hasToString(text);
    }
  }

  @Test
  void aTailBeginsWithAWholeCharacter() throws IOException {
    write("x\u20AC\u20ACy");
    assertThat(read(-3, 0)).isEqualTo("y");
    assertThat(read(-4, 0)).isEqualTo("\u20ACy");
    assertThat(tail(0, 5)).isEqualTo(List.of("\u20ACy", 8, true));
  }

  @Test
  void aCharacterStillBeingWrittenIsLeftOut() throws IOException {
    Files.write(log, new byte[] {'a', (byte) 0xE2, (byte) 0x82});
    assertThat(read(0, 0)).isEqualTo("a");
    assertThat(tail(0, 3)).isEqualTo(List.of("a", 3, false));
  }

  @Test
  void straysAreReplacedNotTakenForHalves() throws IOException {
    Files.write(log, new byte[] {(byte) 0x82, (byte) 0x82, (byte) 0x82, (byte) 0x82, 'a'});
    assertThat(read(0, 0)).isEqualTo("\uFFFD\uFFFD\uFFFD\uFFFDa");
    assertThat(read(1, 2)).isEqualTo("\uFFFD\uFFFD");
  }

  @Test
  void longTextsCrossTheStepsOfReading() throws IOException {
    RpcBench roomy = new RpcBench(Limits.forHeap(64 << 20));
    String text = "\u20AC\uD83D\uDE00x\r".repeat(20_000);
    write(text);
    roomy.supervisor.activityLog = log;
    assertThat(roomy.call("supervisor.readLog", 0, 0)).isEqualTo(text);
  }

  @Test
  void aPieceOverTheLimitIsRefusedAndATailShortened() throws IOException {
    write("x".repeat(1_001));
    assertThat(read(0, 0))
        .isEqualTo(
            new FaultAnswer(
                30,
                "FAILED: this piece of the log has 1001 bytes, at most 1000 are answered at once;"
                    + " read it in pieces, or tail it"));
    assertThat(read(0, 1_000)).isEqualTo("x".repeat(1_000));
    assertThat(read(-1_000, 0)).isEqualTo("x".repeat(1_000));
    assertThat(tail(0, Integer.MAX_VALUE)).isEqualTo(List.of("x".repeat(1_000), 1_001, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/"})
  void whatIsNoFileIsNotRead(String path) {
    bench.supervisor.logs.put("cat:cat stdout", Path.of(path));
    assertThat(read(0, 0)).isEqualTo(new FaultAnswer(30, "FAILED"));
    assertThat(tail(5, 5)).isEqualTo(List.of("", 5, false));
  }
}
