package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.process.LogStream;
import org.steward.core.config.LogLevel;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;

class OutputEventsTest {
  private static final String LOG = "/log/cat.log";
  private static final String BEGIN = "<!--XSUPERVISOR:BEGIN-->";
  private static final String END = "<!--XSUPERVISOR:END-->";

  private final OutputBench bench = new OutputBench();

  @Test
  void outputMakesEventsWhereTheyAreEnabled() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(0, true));
    child.prints("hello");
    assertThat(told(bench)).containsExactly("log 77 STDOUT hello");
    assertThat(bench.file(LOG)).isEqualTo("hello");
  }

  @Test
  void whatLiesBetweenTheTagsMakesAnEventAndIsNotLogged() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(100, false));
    child.prints("a" + BEGIN + "par");
    child.prints("cel" + END.substring(0, 5));
    child.prints(END.substring(5) + "b");
    assertThat(told(bench)).containsExactly("communication 77 STDOUT parcel");
    assertThat(bench.file(LOG)).isEqualTo("ab");
  }

  @Test
  void capturedOutputMakesLogEventsToo() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(100, true));
    child.prints("a" + BEGIN + "b" + END + "c");
    assertThat(told(bench))
        .containsExactly(
            "log 77 STDOUT a", "log 77 STDOUT b", "communication 77 STDOUT b", "log 77 STDOUT c");
  }

  @Test
  void outputThatLooksLikeATagAtTheEndIsLogged() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(100, false));
    child.prints("short <!--X");
    assertThat(bench.file(LOG)).isEqualTo("short ");
    child.drains();
    assertThat(bench.file(LOG)).isEqualTo("short <!--X");
  }

  @Test
  void listenersStdoutMakesNoEvents() {
    FakeChild child = bench.child("listener", LOG, OutputBench.capturing(100, true), true);
    bench.loop.append(
        child.token, LogStream.STDOUT, OutputBench.bytes("READY\n" + BEGIN + "x" + END));
    bench.settle();
    assertThat(bench.events).isEmpty();
    assertThat(bench.file(LOG)).isEqualTo("READY\n" + BEGIN + "x" + END);
  }

  @Test
  void refusedEventsAreOfferedAgainInOrderAndThePipeWaits() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(100, true));
    bench.roomForEvents = false;
    child.prints("a" + BEGIN + "b" + END);
    child.prints("c".repeat(60_000));
    assertThat(child.puts("d".repeat(60_000))).isLessThan(6_000);
    assertThat(child.puts("e")).isEqualTo(-Errno.EAGAIN);
    bench.roomForEvents = true;
    bench.advance(Duration.ofMillis(20));
    assertThat(told(bench).subList(0, 3))
        .containsExactly("log 77 STDOUT a", "log 77 STDOUT b", "communication 77 STDOUT b");
    assertThat(told(bench)).hasSize(4);
    assertThat(bench.file(LOG)).hasSize(1 + 65_536);
  }

  @Test
  void exitWaitsForTheEventsOfTheLastOutput() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(0, true));
    bench.roomForEvents = false;
    child.puts("last words");
    child.drains();
    assertThat(bench.notices).doesNotContain("drained 1");
    bench.roomForEvents = true;
    bench.advance(Duration.ofMillis(20));
    assertThat(told(bench)).containsExactly("log 77 STDOUT last words");
    assertThat(bench.notices).endsWith("drained 1");
  }

  @Test
  void escapeSequencesAreStrippedFromLogAndEvents() {
    OutputBench stripping = new OutputBench(OutputBench.settings(LogLevel.INFO, false, true));
    FakeChild child = stripping.child(LOG, OutputBench.capturing(100, true));
    child.prints("\33[1");
    child.prints("mbold\33[0m" + BEGIN + "\33[31mred" + END);
    assertThat(told(stripping))
        .containsExactly("log 77 STDOUT bold", "log 77 STDOUT red", "communication 77 STDOUT red");
    assertThat(stripping.file(LOG)).isEqualTo("bold");
  }

  @Test
  void captureHasSupervisorsBound() {
    CaptureBuffer buffer = new CaptureBuffer(10);
    buffer.add(OutputBench.bytes("12345678"));
    buffer.add(OutputBench.bytes("abc"));
    assertThat(buffer.take()).isEqualTo(OutputBench.bytes("45678abc"));
    buffer.add(OutputBench.bytes("12345678901234"));
    assertThat(buffer.take()).isEqualTo(OutputBench.bytes("12345678901234"));
    buffer.add(OutputBench.bytes("1234567890"));
    assertThat(buffer.take()).hasSize(10);
    assertThat(buffer.take()).isEmpty();
  }

  private static List<String> told(OutputBench bench) {
    return bench.events.stream().map(OutputEventsTest::tell).toList();
  }

  private static String tell(SupervisorEvent event) {
    return switch (event) {
      case ProcessLog e -> "log " + e.pid() + " " + e.stream() + " " + text(e.data());
      case ProcessCommunication e ->
          "communication " + e.pid() + " " + e.stream() + " " + text(e.data());
      default -> event.toString();
    };
  }

  private static String text(byte[] data) {
    return new String(data, StandardCharsets.ISO_8859_1);
  }
}
